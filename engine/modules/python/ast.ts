/**
 * The module ast: what v3.13.0 Lib/ast.py and Parser/Python.asdl do, and what is different in other
 * releases. The tree is the machine's own parser's. The text is our own.
 *
 * NOT CPYTHON: node types are classes made here; compile() takes no tree; there is no unparse, and no
 * Num, Str and the like, which went in 3.14.
 */
import { AST_GRAMMAR } from './ast-grammar.ts';

export const AST = `
import sys as _sys
import _ast

_release = _sys.version_info[:2]

PyCF_ONLY_AST = 0x400
PyCF_TYPE_COMMENTS = 0x1000
PyCF_ALLOW_TOP_LEVEL_AWAIT = 0x2000
if _release >= (3, 13):
    PyCF_OPTIMIZED_AST = 0x8000 | PyCF_ONLY_AST


class AST:
    __module__ = 'ast' if _release >= (3, 9) else '_ast'
    _fields = ()
    _attributes = ()
    if _release >= (3, 10):
        __match_args__ = ()

    def __init__(self, *args, **kwargs):
        cls = type(self)
        fields = self._fields
        name = cls.__name__
        if len(args) > len(fields):
            plural = '' if len(fields) == 1 else 's'
            raise TypeError(f'{name} constructor takes at most {len(fields)} positional argument{plural}')
        for field, value in zip(fields, args):
            setattr(self, field, value)
        for key, value in kwargs.items():
            if _release >= (3, 9) and key in fields[:len(args)]:
                raise TypeError(f"{name} got multiple values for argument '{key}'")
            setattr(self, key, value)
        if _release < (3, 13):
            return
        kinds = getattr(cls, '_kinds', {})
        for field in fields[len(args):]:
            if field in kwargs:
                continue
            kind = kinds.get(field)
            if kind == '*':
                setattr(self, field, [])
            elif field == 'ctx':
                self.ctx = _singletons['Load']
            elif kind != '?':
                import warnings
                warnings.warn(f"{name}.__init__ missing 1 required positional argument: '{field}'. "
                              "This will become an error in Python 3.15.",
                              DeprecationWarning, stacklevel=2)

    if _release >= (3, 14):
        def __repr__(self):
            return _short(self, 3)


def _short(value, depth):
    if isinstance(value, AST):
        if depth <= 0 and value._fields:
            return f'{type(value).__name__}(...)'
        parts = [f'{field}={_short(getattr(value, field, None), depth - 1)}' for field in value._fields]
        return f"{type(value).__name__}({', '.join(parts)})"
    if isinstance(value, (list, tuple)):
        shown = [_short(item, depth) if isinstance(item, AST) else repr(item)
                 for item in (value if len(value) < 3 else (value[0], value[-1]))]
        if len(value) > 2:
            shown.insert(1, '...')
        return f"[{', '.join(shown)}]"
    return repr(value)


${AST_GRAMMAR}

_PLACE = ('lineno', 'col_offset', 'end_lineno', 'end_col_offset')


def _has(word):
    for sign in '<>':
        name, found, minor = word.partition(sign)
        if found:
            return name, (_release < (3, int(minor))) == (sign == '<')
    return word, True


def _is_there(field):
    if field == 'type_params*':
        return _release >= (3, 12)
    if field == 'default_value?':
        return _release >= (3, 13)
    if field == 'is_lazy?':
        return _release >= (3, 15)
    return True


def _node_class(name, base, words, attributes):
    words = [word for word in words if _is_there(word)]
    fields = tuple(word.rstrip('?*') for word in words)
    kinds = {word[:-1]: word[-1] for word in words if word[-1] in '?*'}
    body = {'__module__': 'ast' if _release >= (3, 9) else '_ast', '_fields': fields, '_kinds': kinds}
    if _release >= (3, 10):
        body['__match_args__'] = fields
    if attributes is not None:
        body['_attributes'] = tuple(word.rstrip('?') for word in attributes)
        body.update({word[:-1]: None for word in attributes if word[-1] == '?'})
    if _release >= (3, 9):
        body.update({field: None for field, kind in kinds.items() if kind == '?'})
    return type(name, (base,), body)


def _make_classes():
    there = True
    for line in _GRAMMAR.strip().splitlines():
        first, *words = line.split()
        name, has = _has(first)
        if line[0] != ' ':
            there = has
            if has:
                base = _node_class(name, AST, (), words)
                globals()[name] = base
        elif there and has:
            globals()[name] = _node_class(name, base, words, None)
    for line in _ALONE.strip().splitlines():
        first, *words = line.split()
        name, has = _has(first)
        placed = words[-1] == '@'
        if placed:
            words.pop()
            if name in ('keyword', 'alias') and _release < (3, 9 if name == 'keyword' else 10):
                placed = False
        if has:
            attributes = (_PLACE[:2] + ('end_lineno?', 'end_col_offset?')) if placed else ()
            globals()[name] = _node_class(name, AST, words, attributes)


_make_classes()

_singletons = {
    cls.__name__: cls()
    for sort in (expr_context, boolop, operator, unaryop, cmpop)
    for cls in sort.__subclasses__()
}
_NAMED = ('ctx', 'op', 'ops')


def _build(tree):
    if isinstance(tree, list):
        return [_build(item) for item in tree]
    if not isinstance(tree, dict):
        return tree
    cls = globals()[tree['kind']]
    node = cls.__new__(cls)
    for field in cls._fields:
        if field == 'kind':
            value = tree['kind_']
        elif field in _NAMED:
            value = tree[field]
            value = [_singletons[one] for one in value] if field == 'ops' else _singletons[value]
        elif field == 'value' and cls is Constant:
            value = tree[field]
        elif field == 'is_lazy':
            value = 0  # a lazy import is not supported
        else:
            value = _build(tree.get(field))
        setattr(node, field, value)
    for name in cls._attributes:
        setattr(node, name, tree[name])
    if cls is Subscript and _release < (3, 9):
        node.slice = _old_slice(node.slice)
    return node


def _old_slice(node):
    if isinstance(node, Slice):
        return node
    if isinstance(node, Tuple) and any(isinstance(item, Slice) for item in node.elts):
        return ExtSlice([item if isinstance(item, Slice) else Index(item) for item in node.elts])
    return Index(node)


def parse(source, filename='<unknown>', mode='exec', *, type_comments=False, feature_version=None,
          **optimize):
    if type_comments or feature_version is not None or optimize.get('optimize', -1) > 0:
        raise NotImplementedError('ast.parse() takes no options on this machine')
    if isinstance(source, (bytes, bytearray)):
        source = source.decode()
    return _build(_ast.tree(source, filename, mode))


def literal_eval(node_or_string):
    if isinstance(node_or_string, str):
        text = node_or_string.lstrip(' \\t') if _release >= (3, 10) else node_or_string
        node_or_string = parse(text, mode='eval')
    if isinstance(node_or_string, Expression):
        node_or_string = node_or_string.body

    def malformed(node):
        message = 'malformed node or string'
        if _release >= (3, 10):
            line = getattr(node, 'lineno', None)
            if line:
                message += f' on line {line}'
        raise ValueError(message + f': {node!r}')

    def number(node, told=None):
        if not isinstance(node, Constant) or type(node.value) not in (int, float, complex):
            malformed(told or node)
        return node.value

    def signed(node):
        if isinstance(node, UnaryOp) and isinstance(node.op, (UAdd, USub)):
            operand = number(node.operand, node if _release >= (3, 15) else node.operand)
            return +operand if isinstance(node.op, UAdd) else -operand
        return number(node)

    def convert(node):
        if isinstance(node, Constant):
            return node.value
        if isinstance(node, Tuple):
            return tuple(map(convert, node.elts))
        if isinstance(node, List):
            return list(map(convert, node.elts))
        if isinstance(node, Set):
            return set(map(convert, node.elts))
        if (_release >= (3, 9) and isinstance(node, Call) and isinstance(node.func, Name)
                and node.func.id == 'set' and node.args == node.keywords == []):
            return set()
        if isinstance(node, Dict):
            if len(node.keys) != len(node.values):
                malformed(node)
            return dict(zip(map(convert, node.keys), map(convert, node.values)))
        if isinstance(node, BinOp) and isinstance(node.op, (Add, Sub)):
            left, right = signed(node.left), number(node.right)
            if isinstance(left, (int, float)) and isinstance(right, complex):
                return left + right if isinstance(node.op, Add) else left - right
        return signed(node)

    return convert(node_or_string)


def _dump_3_8(node, annotate_fields, include_attributes):
    def shown(node):
        if isinstance(node, AST):
            args = []
            keywords = annotate_fields
            for field in node._fields:
                try:
                    value = getattr(node, field)
                except AttributeError:
                    keywords = True
                else:
                    args.append(f'{field}={shown(value)}' if keywords else shown(value))
            if include_attributes and node._attributes:
                for name in node._attributes:
                    try:
                        args.append(f'{name}={shown(getattr(node, name))}')
                    except AttributeError:
                        pass
            return f"{type(node).__name__}({', '.join(args)})"
        if isinstance(node, list):
            return f"[{', '.join(map(shown, node))}]"
        return repr(node)

    return shown(node)


def _dump(node, annotate_fields, include_attributes, indent, show_empty):
    def shown(node, level=0):
        if indent is None:
            prefix, sep = '', ', '
        else:
            level += 1
            prefix = '\\n' + indent * level
            sep = ',\\n' + indent * level
        if isinstance(node, AST):
            cls = type(node)
            args = []
            held = []
            is_simple = True
            keywords = annotate_fields
            for name in node._fields:
                try:
                    value = getattr(node, name)
                except AttributeError:
                    keywords = True
                    continue
                if value is None and getattr(cls, name, ...) is None:
                    keywords = True
                    continue
                if not show_empty:
                    if value == [] and cls._kinds.get(name) == '*':
                        if not keywords:
                            held.append(repr(value))
                        continue
                    if isinstance(value, Load) and name == 'ctx' and _release >= (3, 15):
                        if not keywords:
                            held.append('Load()')
                        continue
                    if not keywords:
                        args.extend(held)
                        held = []
                value, simple = shown(value, level)
                is_simple = is_simple and simple
                args.append(f'{name}={value}' if keywords else value)
            if include_attributes and node._attributes:
                for name in node._attributes:
                    try:
                        value = getattr(node, name)
                    except AttributeError:
                        continue
                    if value is None and getattr(cls, name, ...) is None:
                        continue
                    value, simple = shown(value, level)
                    is_simple = is_simple and simple
                    args.append(f'{name}={value}')
            if is_simple and len(args) <= 3:
                return f"{cls.__name__}({', '.join(args)})", not args
            return f'{cls.__name__}({prefix}{sep.join(args)})', False
        if isinstance(node, list):
            if not node:
                return '[]', True
            return f'[{prefix}{sep.join(shown(item, level)[0] for item in node)}]', False
        return repr(node), True

    if indent is not None and not isinstance(indent, str):
        indent = ' ' * indent
    return shown(node)[0]


def dump(node, annotate_fields=True, include_attributes=False, *, indent=None, show_empty=None):
    if not isinstance(node, AST):
        raise TypeError(f'expected AST, got {type(node).__name__!r}')
    if _release < (3, 9):
        return _dump_3_8(node, annotate_fields, include_attributes)
    if show_empty is None:
        show_empty = _release < (3, 13)
    return _dump(node, annotate_fields, include_attributes, indent, show_empty)


def iter_fields(node):
    for field in node._fields:
        try:
            yield field, getattr(node, field)
        except AttributeError:
            pass


def iter_child_nodes(node):
    for name, value in iter_fields(node):
        if isinstance(value, AST):
            yield value
        elif isinstance(value, list):
            for item in value:
                if isinstance(item, AST):
                    yield item


def walk(node):
    from collections import deque
    todo = deque([node])
    while todo:
        node = todo.popleft()
        todo.extend(iter_child_nodes(node))
        yield node


def copy_location(new_node, old_node):
    for name in 'lineno', 'col_offset', 'end_lineno', 'end_col_offset':
        if name in old_node._attributes and name in new_node._attributes:
            value = getattr(old_node, name, None)
            if value is not None or (hasattr(old_node, name) and name.startswith('end_')):
                setattr(new_node, name, value)
    return new_node


def fix_missing_locations(node):
    def fix(node, lineno, col_offset, end_lineno, end_col_offset):
        if 'lineno' in node._attributes:
            if not hasattr(node, 'lineno'):
                node.lineno = lineno
            else:
                lineno = node.lineno
        if 'end_lineno' in node._attributes:
            if getattr(node, 'end_lineno', None) is None:
                node.end_lineno = end_lineno
            else:
                end_lineno = node.end_lineno
        if 'col_offset' in node._attributes:
            if not hasattr(node, 'col_offset'):
                node.col_offset = col_offset
            else:
                col_offset = node.col_offset
        if 'end_col_offset' in node._attributes:
            if getattr(node, 'end_col_offset', None) is None:
                node.end_col_offset = end_col_offset
            else:
                end_col_offset = node.end_col_offset
        for child in iter_child_nodes(node):
            fix(child, lineno, col_offset, end_lineno, end_col_offset)

    fix(node, 1, 0, 1, 0)
    return node


def increment_lineno(node, n=1):
    for child in walk(node):
        if isinstance(child, TypeIgnore):
            child.lineno = getattr(child, 'lineno', 0) + n
            continue
        if 'lineno' in child._attributes:
            child.lineno = getattr(child, 'lineno', 0) + n
        if 'end_lineno' in child._attributes and (end := getattr(child, 'end_lineno', 0)) is not None:
            child.end_lineno = end + n
    return node


def get_docstring(node, clean=True):
    if not isinstance(node, (AsyncFunctionDef, FunctionDef, ClassDef, Module)):
        raise TypeError("%r can't have docstrings" % node.__class__.__name__)
    if not node.body or not isinstance(node.body[0], Expr):
        return None
    value = node.body[0].value
    if not isinstance(value, Constant) or not isinstance(value.value, str):
        return None
    if clean:
        import inspect
        return inspect.cleandoc(value.value)
    return value.value


def get_source_segment(source, node, *, padded=False):
    try:
        if node.end_lineno is None or node.end_col_offset is None:
            return None
        first, last = node.lineno - 1, node.end_lineno - 1
        start, end = node.col_offset, node.end_col_offset
    except AttributeError:
        return None
    lines = source.splitlines(keepends=True)
    if first == last:
        return lines[first].encode()[start:end].decode()
    before = lines[first].encode()[:start].decode()
    pad = ''.join(c if c in '\\f\\t' else ' ' for c in before) if padded else ''
    return ''.join([pad + lines[first].encode()[start:].decode(), *lines[first + 1:last],
                    lines[last].encode()[:end].decode()])


class NodeVisitor:
    def visit(self, node):
        return getattr(self, 'visit_' + type(node).__name__, self.generic_visit)(node)

    def generic_visit(self, node):
        for field, value in iter_fields(node):
            if isinstance(value, list):
                for item in value:
                    if isinstance(item, AST):
                        self.visit(item)
            elif isinstance(value, AST):
                self.visit(value)


class NodeTransformer(NodeVisitor):
    def generic_visit(self, node):
        for field, old in iter_fields(node):
            if isinstance(old, list):
                new = []
                for item in old:
                    if isinstance(item, AST):
                        item = self.visit(item)
                        if item is None:
                            continue
                        if not isinstance(item, AST):
                            new.extend(item)
                            continue
                    new.append(item)
                old[:] = new
            elif isinstance(old, AST):
                new = self.visit(old)
                if new is None:
                    delattr(node, field)
                else:
                    setattr(node, field, new)
        return node
`;
