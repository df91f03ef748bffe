/**
 * The module json: what v3.13.0 Lib/json does.
 * The text is our own.
 */
export const JSON_MODULE = String.raw`
_INFINITY = float('inf')
try:
    _dicts = dict, frozendict
except NameError:
    _dicts = dict
_ESCAPES = {'\\': '\\\\', '"': '\\"', '\b': '\\b', '\f': '\\f', '\n': '\\n', '\r': '\\r',
            '\t': '\\t'}


class JSONDecodeError(ValueError):
    """Subclass of ValueError with the following additional properties: msg, doc, pos, lineno, colno"""

    __module__ = 'json.decoder'

    def __init__(self, msg, doc, pos):
        lineno = doc.count('\n', 0, pos) + 1
        colno = pos - doc.rfind('\n', 0, pos)
        errmsg = '%s: line %d column %d (char %d)' % (msg, lineno, colno, pos)
        ValueError.__init__(self, errmsg)
        self.msg = msg
        self.doc = doc
        self.pos = pos
        self.lineno = lineno
        self.colno = colno

    def __reduce__(self):
        return self.__class__, (self.msg, self.doc, self.pos)


def _string(s, ascii):
    out = ['"']
    for c in s:
        if c in _ESCAPES:
            out.append(_ESCAPES[c])
        elif c < ' ' or (ascii and c > '~'):
            n = ord(c)
            if n < 0x10000:
                out.append('\\u%04x' % n)
            else:
                n -= 0x10000
                out.append('\\u%04x\\u%04x' % (0xd800 | (n >> 10), 0xdc00 | (n & 0x3ff)))
        else:
            out.append(c)
    out.append('"')
    return ''.join(out)


class JSONEncoder:
    """Extensible JSON encoder for Python data structures."""

    item_separator = ', '
    key_separator = ': '

    def __init__(self, *, skipkeys=False, ensure_ascii=True, check_circular=True, allow_nan=True,
                 sort_keys=False, indent=None, separators=None, default=None):
        self.skipkeys = skipkeys
        self.ensure_ascii = ensure_ascii
        self.check_circular = check_circular
        self.allow_nan = allow_nan
        self.sort_keys = sort_keys
        self.indent = indent
        if separators is not None:
            self.item_separator, self.key_separator = separators
        elif indent is not None:
            self.item_separator = ','
        if default is not None:
            self.default = default

    def default(self, o):
        raise TypeError(f'Object of type {o.__class__.__name__} is not JSON serializable')

    def encode(self, o):
        return ''.join(self.iterencode(o))

    def _float(self, o):
        if o != o:
            text = 'NaN'
        elif o == _INFINITY:
            text = 'Infinity'
        elif o == -_INFINITY:
            text = '-Infinity'
        else:
            return float.__repr__(o)
        if not self.allow_nan:
            raise ValueError("Out of range float values are not JSON compliant: " + repr(o))
        return text

    def _key(self, key):
        if isinstance(key, str):
            return key
        if isinstance(key, float):
            return self._float(key)
        if key is True:
            return 'true'
        if key is False:
            return 'false'
        if key is None:
            return 'null'
        if isinstance(key, int):
            return int.__repr__(key)
        if self.skipkeys:
            return None
        raise TypeError(f'keys must be str, int, float, bool or None, '
                        f'not {key.__class__.__name__}')

    def iterencode(self, o, _one_shot=False):
        indent = self.indent
        if indent is not None and not isinstance(indent, str):
            indent = ' ' * indent
        return self._pieces(o, indent, 0, {} if self.check_circular else None)

    def _pieces(self, o, indent, level, markers):
        if isinstance(o, str):
            yield _string(o, self.ensure_ascii)
        elif o is None:
            yield 'null'
        elif o is True:
            yield 'true'
        elif o is False:
            yield 'false'
        elif isinstance(o, int):
            yield int.__repr__(o)
        elif isinstance(o, float):
            yield self._float(o)
        elif isinstance(o, (list, tuple)):
            yield from self._container(o, None, '[', ']', indent, level, markers)
        elif isinstance(o, _dicts):
            yield from self._container(o, o, '{', '}', indent, level, markers)
        else:
            mark = id(o)
            if markers is not None:
                if mark in markers:
                    raise ValueError("Circular reference detected")
                markers[mark] = o
            yield from self._pieces(self.default(o), indent, level, markers)
            if markers is not None:
                del markers[mark]

    def _container(self, o, mapping, opening, closing, indent, level, markers):
        if not o:
            yield opening + closing
            return
        mark = id(o)
        if markers is not None:
            if mark in markers:
                raise ValueError("Circular reference detected")
            markers[mark] = o
        newline = '' if indent is None else '\n' + indent * (level + 1)
        separator = self.item_separator + newline
        lead = opening + newline
        if mapping is None:
            for value in o:
                yield lead
                lead = separator
                yield from self._pieces(value, indent, level + 1, markers)
        else:
            items = sorted(mapping.items()) if self.sort_keys else mapping.items()
            for key, value in items:
                key = self._key(key)
                if key is None:
                    continue
                yield lead
                lead = separator
                yield _string(key, self.ensure_ascii)
                yield self.key_separator
                yield from self._pieces(value, indent, level + 1, markers)
        if lead is not separator:
            yield opening
        elif indent is not None:
            yield '\n' + indent * level
        yield closing
        if markers is not None:
            del markers[mark]


_WHITESPACE = ' \t\n\r'
_CONSTANTS = {'-Infinity': -_INFINITY, 'Infinity': _INFINITY, 'NaN': float('nan')}
_BACKSLASH = {'"': '"', '\\': '\\', '/': '/', 'b': '\b', 'f': '\f', 'n': '\n', 'r': '\r',
              't': '\t'}


def _skip(s, i):
    while i < len(s) and s[i] in _WHITESPACE:
        i += 1
    return i


def _hex4(s, i):
    esc = s[i:i + 4]
    if len(esc) == 4 and all(c in '0123456789abcdefABCDEF' for c in esc):
        return int(esc, 16)
    raise JSONDecodeError("Invalid \\uXXXX escape", s, i)


def scanstring(s, end, strict=True):
    begin = end - 1
    chunks = []
    while True:
        start = end
        while end < len(s) and s[end] not in '"\\' and s[end] >= ' ':
            end += 1
        if end >= len(s):
            raise JSONDecodeError("Unterminated string starting at", s, begin)
        chunks.append(s[start:end])
        c = s[end]
        if c == '"':
            return ''.join(chunks), end + 1
        if c != '\\':
            if strict:
                raise JSONDecodeError("Invalid control character at", s, end)
            chunks.append(c)
            end += 1
            continue
        if end + 1 >= len(s):
            raise JSONDecodeError("Unterminated string starting at", s, begin)
        esc = s[end + 1]
        if esc != 'u':
            if esc not in _BACKSLASH:
                raise JSONDecodeError("Invalid \\escape", s, end)
            chunks.append(_BACKSLASH[esc])
            end += 2
            continue
        uni = _hex4(s, end + 2)
        end += 6
        if 0xd800 <= uni <= 0xdbff and s[end:end + 2] == '\\u':
            uni2 = _hex4(s, end + 2)
            if 0xdc00 <= uni2 <= 0xdfff:
                uni = 0x10000 + (((uni - 0xd800) << 10) | (uni2 - 0xdc00))
                end += 6
        chunks.append(chr(uni))


class JSONDecoder:
    """Simple JSON decoder"""

    def __init__(self, *, object_hook=None, parse_float=None, parse_int=None, parse_constant=None,
                 strict=True, object_pairs_hook=None):
        self.object_hook = object_hook
        self.parse_float = parse_float or float
        self.parse_int = parse_int or int
        self.parse_constant = parse_constant or _CONSTANTS.__getitem__
        self.strict = strict
        self.object_pairs_hook = object_pairs_hook

    def decode(self, s):
        obj, end = self.raw_decode(s, _skip(s, 0))
        end = _skip(s, end)
        if end != len(s):
            raise JSONDecodeError("Extra data", s, end)
        return obj

    def raw_decode(self, s, idx=0):
        try:
            return self._value(s, idx)
        except StopIteration as err:
            raise JSONDecodeError("Expecting value", s, err.value) from None

    def _value(self, s, i):
        c = s[i:i + 1]
        if c == '"':
            return scanstring(s, i + 1, self.strict)
        if c == '{':
            return self._object(s, i + 1)
        if c == '[':
            return self._array(s, i + 1)
        if c == 'n' and s.startswith('null', i):
            return None, i + 4
        if c == 't' and s.startswith('true', i):
            return True, i + 4
        if c == 'f' and s.startswith('false', i):
            return False, i + 5
        j = i + 1 if c == '-' else i
        digits = j
        while j < len(s) and '0' <= s[j] <= '9':
            j += 1
            if s[digits] == '0':
                break
        if j > digits:
            return self._number(s, i, j)
        for text in _CONSTANTS:
            if s.startswith(text, i):
                return self.parse_constant(text), i + len(text)
        raise StopIteration(i)

    def _number(self, s, i, j):
        is_float = False
        if s[j:j + 1] == '.' and s[j + 1:j + 2].isdigit():
            is_float = True
            j += 1
            while j < len(s) and '0' <= s[j] <= '9':
                j += 1
        if s[j:j + 1] in ('e', 'E'):
            k = j + 1
            if s[k:k + 1] in ('+', '-'):
                k += 1
            if s[k:k + 1].isdigit():
                is_float = True
                while k < len(s) and '0' <= s[k] <= '9':
                    k += 1
                j = k
        return (self.parse_float if is_float else self.parse_int)(s[i:j]), j

    def _array(self, s, end):
        values = []
        end = _skip(s, end)
        if s[end:end + 1] == ']':
            return values, end + 1
        while True:
            try:
                value, end = self._value(s, end)
            except StopIteration as err:
                raise JSONDecodeError("Expecting value", s, err.value) from None
            values.append(value)
            end = _skip(s, end)
            c = s[end:end + 1]
            if c == ']':
                return values, end + 1
            if c != ',':
                raise JSONDecodeError("Expecting ',' delimiter", s, end)
            comma = end
            end = _skip(s, end + 1)
            if s[end:end + 1] == ']':
                raise JSONDecodeError("Illegal trailing comma before end of array", s, comma)

    def _object(self, s, end):
        pairs = []
        end = _skip(s, end)
        c = s[end:end + 1]
        if c == '}':
            return self._made(pairs), end + 1
        if c != '"':
            raise JSONDecodeError("Expecting property name enclosed in double quotes", s, end)
        while True:
            key, end = scanstring(s, end + 1, self.strict)
            end = _skip(s, end)
            if s[end:end + 1] != ':':
                raise JSONDecodeError("Expecting ':' delimiter", s, end)
            end = _skip(s, end + 1)
            try:
                value, end = self._value(s, end)
            except StopIteration as err:
                raise JSONDecodeError("Expecting value", s, err.value) from None
            pairs.append((key, value))
            end = _skip(s, end)
            c = s[end:end + 1]
            if c == '}':
                return self._made(pairs), end + 1
            if c != ',':
                raise JSONDecodeError("Expecting ',' delimiter", s, end)
            comma = end
            end = _skip(s, end + 1)
            c = s[end:end + 1]
            if c == '}':
                raise JSONDecodeError("Illegal trailing comma before end of object", s, comma)
            if c != '"':
                raise JSONDecodeError("Expecting property name enclosed in double quotes", s, end)

    def _made(self, pairs):
        if self.object_pairs_hook is not None:
            return self.object_pairs_hook(pairs)
        value = dict(pairs)
        return self.object_hook(value) if self.object_hook is not None else value


def dumps(obj, *, skipkeys=False, ensure_ascii=True, check_circular=True, allow_nan=True, cls=None,
          indent=None, separators=None, default=None, sort_keys=False, **kw):
    """Serialize obj to a JSON formatted str."""
    return (cls or JSONEncoder)(
        skipkeys=skipkeys, ensure_ascii=ensure_ascii, check_circular=check_circular,
        allow_nan=allow_nan, indent=indent, separators=separators, default=default,
        sort_keys=sort_keys, **kw).encode(obj)


def dump(obj, fp, **kw):
    """Serialize obj as a JSON formatted stream to fp."""
    fp.write(dumps(obj, **kw))


def loads(s, *, cls=None, **kw):
    """Deserialize s to a Python object."""
    if isinstance(s, str):
        if s.startswith('\ufeff'):
            raise JSONDecodeError("Unexpected UTF-8 BOM (decode using utf-8-sig)", s, 0)
    elif isinstance(s, (bytes, bytearray)):
        s = s.decode('utf-8')
    else:
        raise TypeError(f'the JSON object must be str, bytes or bytearray, '
                        f'not {s.__class__.__name__}')
    return (cls or JSONDecoder)(**kw).decode(s)


def load(fp, **kw):
    """Deserialize fp to a Python object."""
    return loads(fp.read(), **kw)
`;
