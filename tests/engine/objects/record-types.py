"""Records what a real 3.13 says of its types, and what it prints for the programs of types-programs.

    cd tests/engine/objects && python3.13 -S record-types.py

writes static-types.json (flags, sizes and dict of every built-in type) and types.json (output of each
program). types.test.ts asks the machine the same.
"""
import builtins
import json
import pathlib
import subprocess
import sys
import types

assert sys.version_info[:2] == (3, 13)
here = pathlib.Path(__file__).parent


class Sequence:
    def __getitem__(self, i):
        raise IndexError


found = [t for t in vars(builtins).values() if isinstance(t, type)]
for name in ('FunctionType', 'MethodType', 'CodeType', 'FrameType', 'GeneratorType', 'ModuleType',
             'CellType', 'GetSetDescriptorType', 'MemberDescriptorType', 'MappingProxyType',
             'TracebackType'):
    found.append(getattr(types, name))
samples = [None, ..., NotImplemented, len, iter([]), reversed([]), iter(()), iter('é'), iter('a'),
           iter(b''), iter(bytearray()), iter(range(1)), iter(range(1 << 70)), iter(set()),
           {}.keys(), {}.values(), {}.items(), iter({}), iter({}.values()), iter({}.items()),
           reversed({}), reversed({}.values()), reversed({}.items()), list.append,
           dict.__dict__['fromkeys'], int.__add__, (1).__add__, iter(Sequence()), iter(int, 1)]
found.extend(type(sample) for sample in samples)

table = {}
for t in found:
    table[t.__name__] = {
        'flags': t.__flags__,
        'basicsize': t.__basicsize__,
        'itemsize': t.__itemsize__,
        'dictoffset': t.__dictoffset__,
        'weakrefoffset': t.__weakrefoffset__,
        'base': t.__base__ and t.__base__.__name__,
        'dict': {name: type(value).__name__ for name, value in t.__dict__.items()},
    }
(here / 'static-types.json').write_text(json.dumps(dict(sorted(table.items())), indent=0) + '\n')

outputs = {}
for program in sorted((here / 'types-programs').glob('*.py')):
    run = subprocess.run([sys.executable, '-S', str(program)], capture_output=True, text=True,
                         env={'PYTHONHASHSEED': '0'})
    assert run.returncode == 0, run.stderr
    outputs[program.stem] = run.stdout
(here / 'types.json').write_text(json.dumps(outputs, indent=0) + '\n')
