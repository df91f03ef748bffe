"""Records what the real CPython 3.13.0 makes of our corpus, for compile.test.ts.

usage: python3.13 record.py          (writes compile.recorded.json beside this file)

Programs stand in snippets.txt, errors.txt and warnings.txt, separated by lines of four dashes, and
in programs/. Every snippet is compiled alone and, indented, as the body of a function.
"""

import json
import os
import sys
import textwrap
import warnings

from normalise import normalise

HERE = os.path.dirname(os.path.abspath(__file__))

EVAL = [
    '1', 'x', '1 + 2', 'x + y', 'f(x)', '[a for a in b]', 'lambda: x', 'x if y else z', '(x := 1)',
    '{a: b for a, b in c}', '(a for a in b)', 'a and b', '1 < x < 3', '"%s" % (x,)', 'x[1:2]',
    'f"{x}"', '...', '(1, 2, 3)', 'not x', 'a.b.c(d, *e, f=g)',
]
SINGLE = [
    'x\n', '1\n', 'x = 1\n', 'x; y\n', 'def f(): x\n', 'if x: y\n', 'for x in y:\n    x\n    1\n',
    '"doc"\n', 'x: int\n', 'class C: x\n', 'import a\n', 'x, y\n', 'None\n', 'lambda: x\n',
    'with a: b\n', 'f(x); 1; y\n',
]


def blocks(name):
    with open(os.path.join(HERE, name), encoding='utf-8') as file:
        return [block.strip('\n') + '\n' for block in file.read().split('\n----\n')]


def programs():
    folder = os.path.join(HERE, 'programs')
    for name in sorted(os.listdir(folder)):
        with open(os.path.join(folder, name), encoding='utf-8') as file:
            yield file.read()


def as_function(source):
    return 'def wrapped(a, x, *, y):\n' + textwrap.indent(source, '    ')


def compiled(source, mode='exec'):
    with warnings.catch_warnings():
        warnings.simplefilter('ignore')
        code = compile(source, '<recorded>', mode, dont_inherit=True)
    return {'source': source, 'mode': mode, 'code': normalise(code, source)}


def compiled_or_none(source):
    try:
        return compiled(source)
    except SyntaxError:
        return None


def failed(source):
    try:
        compile(source, '<recorded>', 'exec', dont_inherit=True)
    except SyntaxError as e:
        error = [e.msg, e.lineno, e.offset, e.end_lineno, e.end_offset]
        return {'source': source, 'error': error}
    raise AssertionError(f'no error: {source!r}')


def warned(source):
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter('default')
        compile(source, '<recorded>', 'exec', dont_inherit=True)
    return {'source': source, 'warnings': [[str(w.message), w.lineno] for w in caught]}


def main():
    snippets = blocks('snippets.txt')
    wrapped = [compiled_or_none(as_function(source)) for source in snippets]
    recorded = {
        'release': sys.version.split()[0],
        'snippets': [compiled(source) for source in snippets],
        'functions': [entry for entry in wrapped if entry is not None],
        'expressions': [compiled(source, 'eval') for source in EVAL],
        'interactive': [compiled(source, 'single') for source in SINGLE],
        'programs': [compiled(source) for source in programs()],
        'errors': [failed(source) for source in blocks('errors.txt')],
        'warnings': [warned(source) for source in blocks('warnings.txt')],
    }
    path = os.path.join(HERE, 'compile.recorded.json')
    with open(path, 'w', encoding='utf-8') as file:
        json.dump(recorded, file, ensure_ascii=False, indent=0, separators=(',', ':'))
        file.write('\n')
    counts = {key: len(value) for key, value in recorded.items() if key != 'release'}
    print(recorded['release'], counts, os.path.getsize(path))


if __name__ == '__main__':
    main()
