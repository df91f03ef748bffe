"""Code objects of a real CPython 3.13 as text that our compiler's output can be compared with.

What only serves CPython's speed is taken out: inline caches, EXTENDED_ARG, super-instructions.
Jumps are absolute instruction indexes, columns are code points. `normalise.ts` writes the same.
"""

import ctypes
import dis
import json
import struct
import types

SUPER = {
    'LOAD_FAST_LOAD_FAST': ('LOAD_FAST', 'LOAD_FAST'),
    'STORE_FAST_LOAD_FAST': ('STORE_FAST', 'LOAD_FAST'),
    'STORE_FAST_STORE_FAST': ('STORE_FAST', 'STORE_FAST'),
}
KINDS_OFFSET = 104  # co_localspluskinds in PyCodeObject of 3.13 on 64 bits


def const_text(value, codes):
    """A constant; code objects are numbered in the order of co_consts."""
    kind = type(value)
    if value is None or value is Ellipsis or kind is bool:
        return repr(value)
    if kind is int:
        return f'i{value}'
    if kind is float:
        return 'f' + struct.pack('>d', value).hex()
    if kind is complex:
        return 'j' + struct.pack('>dd', value.real, value.imag).hex()
    if kind is str:
        return json.dumps(value)
    if kind is bytes:
        return 'b' + value.hex()
    if kind is tuple:
        return '(' + ', '.join(const_text(item, codes) for item in value) + ')'
    if kind is frozenset:
        return '{' + ', '.join(sorted(const_text(item, codes) for item in value)) + '}'
    codes.append(value)
    return f'<code {value.co_name}>'


def const_line(code, codes):
    static = static_attributes_index(code)
    texts = []
    for index, value in enumerate(code.co_consts):
        if index == static:
            value = tuple(sorted(value))  # in the order of a set before 3.13.1
        texts.append(const_text(value, codes))
    return 'consts: ' + ', '.join(texts)


def static_attributes_index(code):
    """Which constant is stored in __static_attributes__; -1 for none."""
    previous = None
    for instr in dis.get_instructions(code):
        if instr.opname == 'STORE_NAME' and instr.argval == '__static_attributes__':
            return previous.arg
        previous = instr
    return -1


def localsplus_line(code):
    kinds = ctypes.py_object.from_address(id(code) + KINDS_OFFSET).value
    names = [code._varname_from_oparg(i) for i in range(len(kinds))]
    return 'locals: ' + ' '.join(f'{name}:{kind}' for name, kind in zip(names, kinds))


class Columns:
    """Byte columns of a source as columns of code points."""

    def __init__(self, source):
        self.lines = source.split('\n')

    def of(self, line, column):
        if column is None or line is None or not 0 < line <= len(self.lines):
            return column
        text = self.lines[line - 1]
        if text.isascii():
            return column
        return len(text.encode('utf-8', 'surrogatepass')[:column].decode('utf-8', 'replace'))


def place_text(positions, columns):
    line, end_line, column, end_column = positions
    if line is None:
        return '-'
    if column is None or end_column is None:
        return f'{line}'
    column, end_column = columns.of(line, column), columns.of(end_line, end_column)
    return f'{line}:{column}-{end_line}:{end_column}'


def instructions(code):
    """(name, arg, offset of a jump's target or None, positions or '?'), and indexes by offset."""
    result, index_of = [], {}
    for instr in dis.get_instructions(code):
        index_of[instr.offset] = len(result)
        if instr.opname == 'EXTENDED_ARG':
            continue
        if instr.opname in SUPER:
            first, second = SUPER[instr.opname]
            result.append((first, instr.arg >> 4, None, instr.positions))
            result.append((second, instr.arg & 15, None, '?'))
            continue
        target = instr.jump_target
        result.append((instr.opname, instr.arg or 0, target, instr.positions))
    index_of[len(code.co_code)] = len(result)
    return result, index_of


def code_text(code, columns):
    """The text of one code object, and the code objects in its constants."""
    codes = []
    counts = f'{code.co_argcount},{code.co_posonlyargcount},{code.co_kwonlyargcount}'
    lines = [
        f'code {code.co_qualname} ({code.co_name}) line {code.co_firstlineno} '
        f'flags {code.co_flags:#x} args {counts} stack {code.co_stacksize}',
        const_line(code, codes),
        'names: ' + ' '.join(code.co_names),
        localsplus_line(code),
    ]
    listed, index_of = instructions(code)
    for name, arg, target, positions in listed:
        operand = arg if target is None else index_of[target]
        place = '?' if positions == '?' else place_text(positions, columns)
        lines.append(f'{name} {operand} @{place}')
    for entry in dis._parse_exception_table(code):
        start, end, target = (index_of[at] for at in (entry.start, entry.end, entry.target))
        lasti = ' lasti' if entry.lasti else ''
        lines.append(f'except {start}-{end} -> {target} [{entry.depth}]{lasti}')
    return '\n'.join(lines), codes


def normalise(code, source):
    """The texts of a code object and of all within it, each once."""
    columns, texts, todo, seen = Columns(source), [], [code], set()
    while todo:
        code = todo.pop(0)
        if id(code) in seen:
            continue
        seen.add(id(code))
        text, inner = code_text(code, columns)
        texts.append(text)
        todo[:0] = [c for c in inner if isinstance(c, types.CodeType)]
    return texts
