"""Records what the pymalloc of real CPythons answers to sequences of requests.

    python record.py PYTHON REQUESTS BASE_OFFSET > answers.txt
    python record.py table PYTHON... > recorded.json

PYTHON is a CPython interpreter for Linux with its default allocator. The first form writes the
answers to one file of requests. The second puts sequences of every kind to every interpreter and
writes down a digest of each answer. recorder.c is built with cc, node runs requests.ts.
"""

import hashlib
import json
import os
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
KINDS = ('arenas', 'storm', 'edges', 'pins', 'queue', 'stack', 'holes')
OFFSETS = (0, 4096, 8192, 12288, 61440, 131072, 258048, 16384, 20480)
COUNT = 40_000

RECORD = '''
import platform
recorder.record(sys.argv[1].encode(), sys.argv[2].encode(), ctypes.c_size_t(int(sys.argv[3])))
print(platform.python_version())
'''


def build(folder):
    library = os.path.join(folder, 'recorder.so')
    source = os.path.join(HERE, 'recorder.c')
    subprocess.run(['cc', '-O2', '-shared', '-fPIC', '-o', library, source], check=True)
    return library


def record(library, python, requests, answers, offset):
    """The release; the answers go to a file. The interpreter itself stays away from pymalloc."""
    environment = {**os.environ, 'LD_PRELOAD': library, 'PYTHONMALLOC': 'malloc'}
    code = f'import ctypes, sys; recorder = ctypes.PyDLL({library!r})\n{RECORD}'
    command = [python, '-c', code, requests, answers, str(offset)]
    return subprocess.run(command, env=environment, check=True, capture_output=True, text=True).stdout.strip()


def one(folder, python, requests, offset):
    answers = os.path.join(folder, 'answers')
    release = record(build(folder), python, os.path.abspath(requests), answers, offset)
    print(
        f'# CPython {release}, PyObject_Malloc/Free/Realloc from an empty state; '
        f'arena base offset from 256 KiB alignment: {offset}'
    )
    with open(answers) as file:
        sys.stdout.write(file.read())


def table(folder, pythons):
    library = build(folder)
    requests, answers = os.path.join(folder, 'requests'), os.path.join(folder, 'answers')
    rows = []
    for seed, kind in enumerate(KINDS, 1):
        with open(requests, 'w') as file:
            generator = [os.path.join(HERE, 'requests.ts'), kind, str(seed), str(COUNT)]
            subprocess.run(['node', '--no-warnings', *generator], stdout=file, check=True)
        for k, python in enumerate(pythons):
            offset = OFFSETS[(seed + k) % len(OFFSETS)]
            release = record(library, python, requests, answers, offset)
            with open(answers, 'rb') as file:
                text = file.read()
            rows.append({
                'python': release,
                'kind': kind,
                'seed': seed,
                'count': COUNT,
                'baseOffset': offset,
                'arenas': text.count(b'\nA ') + text.startswith(b'A '),
                'returned': text.count(b'\nX '),
                'sha256': hashlib.sha256(text).hexdigest(),
            })
    print(json.dumps(rows, indent=2))


if __name__ == '__main__':
    with tempfile.TemporaryDirectory() as scratch:
        if sys.argv[1] == 'table':
            table(scratch, sys.argv[2:])
        else:
            one(scratch, *sys.argv[1:])
