"""Runs the programs in programs/ with real interpreters and each allocator; writes modes.json.

    python record-modes.py PYTHON... > modes.json
"""

import json
import os
import re
import subprocess
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
BOTH = ('pymalloc_debug', 'malloc_debug')
MODES = {
    'counts.py': ('pymalloc', 'malloc', *BOTH),
    'stats.py': ('pymalloc', 'malloc'),
    'letters.py': BOTH,
    'freed.py': ('pymalloc',),
}
# what depends on the machine: addresses, names of threads, numbers of the statistics
SAME = (
    (re.compile(r'0x[0-9a-f]{6,}'), '0x…'),
    (re.compile(r'\[ld-linux-x86-64\]'), '[python]'),
    (re.compile(r'\[python3[.0-9]*\]'), '[python]'),
)


def plain(text):
    for pattern, word in SAME:
        text = pattern.sub(word, text)
    return text.replace(os.path.join(HERE, 'programs') + os.sep, '')


def table(text):
    """Statistics without numbers: a line a size class and what its number of blocks are, are not kept."""
    of_class = re.compile(r'^ +\d+ +\d+ +\d+ +\d+ +\d+$')
    kept = '\n'.join(line for line in text.split('\n') if not of_class.match(line))
    numbers = re.compile(r'[\d,]*\d(?=$)|^ *\d+(?= (?:free|arenas|unused))', re.M)
    return re.sub(' +', ' ', numbers.sub('#', kept))


def run(python, program, mode):
    environment = {**os.environ, 'PYTHONMALLOC': mode}
    file = os.path.join(HERE, 'programs', program)
    done = subprocess.run([python, file], env=environment, capture_output=True, text=True, errors='replace')
    error = table(done.stderr) if program == 'stats.py' else plain(done.stderr)
    exit = 128 - done.returncode if done.returncode < 0 else done.returncode
    return {'stdout': done.stdout, 'stderr': error, 'exit': exit}


recorded = {}
for python in sys.argv[1:]:
    ask = [python, '-c', 'import sys; print("%d.%d" % sys.version_info[:2])']
    version = subprocess.run(ask, capture_output=True, text=True).stdout.strip()
    recorded[version] = {
        program[:-3]: {mode: run(python, program, mode) for mode in MODES.get(program, BOTH[:1])}
        for program in sorted(os.listdir(os.path.join(HERE, 'programs')))
    }
print(json.dumps(recorded, indent=1, ensure_ascii=False))
