"""One line of text for a tree: the notation that dump.ts writes for ours.

Kind(field field ...)@line:col-line:col, a list in [], a hole as ~, an identifier as it is. Columns
are code points. Older releases' trees are brought to 3.13's shape.
"""
import ast
import struct
import sys

POSITIONS_IN_FSTRINGS = sys.version_info >= (3, 12)
OLD_SLICES = sys.version_info < (3, 9)
FIELDS_313 = {
    'FunctionDef': ('name', 'args', 'body', 'decorator_list', 'returns', 'type_comment', 'type_params'),
    'AsyncFunctionDef': ('name', 'args', 'body', 'decorator_list', 'returns', 'type_comment', 'type_params'),
    'ClassDef': ('name', 'bases', 'keywords', 'body', 'decorator_list', 'type_params'),
    'TypeVar': ('name', 'bound', 'default_value'),
    'ParamSpec': ('name', 'default_value'),
    'TypeVarTuple': ('name', 'default_value'),
    'Import': ('names',),
    'ImportFrom': ('module', 'names', 'level'),
}
LISTS = {'type_params'}


def text(value):
    out = ['"']
    for unit in struct.unpack('>%dH' % (len(value.encode('utf-16-be', 'surrogatepass')) // 2), value.encode('utf-16-be', 'surrogatepass')):
        if 32 <= unit < 127 and unit not in (34, 92):
            out.append(chr(unit))
        else:
            out.append('\\u%04x' % unit)
    out.append('"')
    return ''.join(out)


def constant(value):
    if value is None or value is True or value is False:
        return str(value)
    if value is Ellipsis:
        return 'Ellipsis'
    if isinstance(value, int):
        return hex(value)
    if isinstance(value, float):
        return 'f' + struct.pack('>d', value).hex()
    if isinstance(value, complex):
        return 'c' + struct.pack('>d', value.imag).hex()
    if isinstance(value, bytes):
        return 'b' + value.hex()
    return text(value)


class Dumper:
    def __init__(self, source):
        lines = source.replace('\r\n', '\n').replace('\r', '\n').split('\n')
        self.lines = [None if line.isascii() else line.encode('utf-8', 'surrogatepass') for line in lines]

    def col(self, lineno, offset):
        line = self.lines[lineno - 1] if lineno - 1 < len(self.lines) else None
        if line is None:
            return offset
        return len(line[:offset].decode('utf-8', 'replace'))

    def where(self, node):
        return '@%d:%d-%d:%d' % (node.lineno, self.col(node.lineno, node.col_offset),
                                 node.end_lineno, self.col(node.end_lineno, node.end_col_offset))

    def dump(self, node, located=True):
        if isinstance(node, list):
            return '[' + ' '.join(self.dump(item, located) for item in node) + ']'
        if node is None:
            return '~'
        if isinstance(node, (ast.expr_context, ast.operator, ast.unaryop, ast.boolop, ast.cmpop)):
            return type(node).__name__
        if not isinstance(node, ast.AST):
            return text(node) if isinstance(node, str) else str(node)
        kind = type(node).__name__
        if OLD_SLICES and kind == 'Index':
            return self.dump(node.value, located)
        if OLD_SLICES and kind == 'ExtSlice':
            return 'Tuple(%s Load)' % self.dump(node.dims, located)
        if kind == 'Constant' or kind == 'MatchSingleton':
            body = constant(node.value) + (' u' if getattr(node, 'kind', None) else '')
        else:
            fields = FIELDS_313.get(kind, node._fields)
            inner = located and (POSITIONS_IN_FSTRINGS or kind != 'JoinedStr')
            parts = []
            for name in fields:
                if name == 'type_ignores':
                    continue
                value = getattr(node, name, [] if name in LISTS else None)
                parts.append(self.dump(value, inner))
            body = ' '.join(parts)
        at = self.where(node) if located and hasattr(node, 'lineno') else ''
        if OLD_SLICES and kind == 'Slice':
            at = ''
        return '%s(%s)%s' % (kind, body, at)


def dump(source, mode='exec'):
    return Dumper(source).dump(ast.parse(source, '<s>', mode))
