"""Records what a real CPython says of right programs that were damaged at random.

The corpus holds the mistakes we thought of; these are the others. Seed and count are arguments, so
a longer run is one command away:

usage: python mutate.py OUT.json SEED COUNT
"""
import json
import random
import re
import sys
import warnings

import corpus
import record

warnings.simplefilter('ignore')
PIECES = ('( ) [ ] { } , : = := . x 1 "a" if else for in not lambda * ** print def class ; yield and '
          '== + - import from as None True f"{ is @ -> / ! return pass with try except case match '
          'type del while async await').split() + ['\n', '\n ']


def damaged(random, program):
    parts = re.findall(r'\n\s*|[ \t]+|\w+|[^\w\s]', program)
    for _ in range(random.choice([1, 1, 1, 2, 3])):
        at = random.randrange(len(parts)) if parts else 0
        what = random.random()
        if what < 0.35 and parts:
            del parts[at]
        elif what < 0.7:
            parts.insert(at, random.choice(['', ' ']) + random.choice(PIECES) + random.choice(['', ' ']))
        elif what < 0.85 and parts:
            parts[at] = random.choice(PIECES)
        elif parts:
            other = random.randrange(len(parts))
            parts[at], parts[other] = parts[other], parts[at]
    return ''.join(parts)


def main(out, seed, count):
    generator = random.Random(seed)
    short = [program for program in corpus.RIGHT if program.strip() and len(program) < 120]
    rows = {}
    while len(rows) < count:
        program = damaged(generator, generator.choice(short))
        answer = record.tree(program, 'exec')
        if program not in rows and not isinstance(answer, str):
            rows[program] = answer
    with open(out, 'w') as file:
        lines = (json.dumps([program, answer], separators=(',', ':')) for program, answer in rows.items())
        file.write('[\n' + ',\n'.join(lines) + '\n]\n')


if __name__ == '__main__':
    main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]))
