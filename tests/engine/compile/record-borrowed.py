"""Records which loads of locals the real CPython 3.14 borrows, for releases.test.ts.

usage: python3.14 record-borrowed.py          (writes borrowed.recorded.json beside this file)

The programs are those of compile.recorded.json. Of each code object: its name and its loads of
locals in order, 'B' before a borrowed one, 'F' before one with a reference of its own.
"""

import dis
import json
import os
import sys
import types
import warnings

HERE = os.path.dirname(os.path.abspath(__file__))
BORROWED = ('LOAD_FAST_BORROW', 'LOAD_FAST_BORROW_LOAD_FAST_BORROW')


def loads(code):
    for instr in dis.get_instructions(code):
        names = instr.argval if isinstance(instr.argval, tuple) else (instr.argval,)
        if instr.opname in BORROWED:
            yield from ('B ' + name for name in names)
        elif instr.opname in ('LOAD_FAST', 'LOAD_FAST_LOAD_FAST'):
            yield from ('F ' + name for name in names)
        elif instr.opname == 'STORE_FAST_LOAD_FAST':
            yield 'F ' + names[1]


def all_loads(code):
    result = [[code.co_name, list(loads(code))]]
    for value in code.co_consts:
        if isinstance(value, types.CodeType):
            result += all_loads(value)
    return result


def main():
    with open(os.path.join(HERE, 'compile.recorded.json'), encoding='utf-8') as file:
        recorded = json.load(file)
    warnings.simplefilter('ignore')
    sources = [entry['source'] for key in ('functions', 'programs') for entry in recorded[key]]
    codes = [all_loads(compile(source, '<recorded>', 'exec')) for source in sources]
    path = os.path.join(HERE, 'borrowed.recorded.json')
    with open(path, 'w', encoding='utf-8') as file:
        json.dump({'release': sys.version.split()[0], 'codes': codes}, file, separators=(',', ':'))
        file.write('\n')
    print(len(codes), os.path.getsize(path))


if __name__ == '__main__':
    main()
