/**
 * The module string: what v3.13.0 Lib/string.py does.
 * The text is our own.
 */
export const STRING = String.raw`
__all__ = ["ascii_letters", "ascii_lowercase", "ascii_uppercase", "capwords",
           "digits", "hexdigits", "octdigits", "printable", "punctuation",
           "whitespace", "Formatter", "Template"]

whitespace = ' \t\n\r\v\f'
ascii_lowercase = 'abcdefghijklmnopqrstuvwxyz'
ascii_uppercase = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'
ascii_letters = ascii_lowercase + ascii_uppercase
digits = '0123456789'
hexdigits = digits + 'abcdef' + 'ABCDEF'
octdigits = '01234567'
punctuation = r"""!"#$%&'()*+,-./:;<=>?@[\]^_""" + '\x60' + r"""{|}~"""
printable = digits + ascii_letters + punctuation + whitespace


def capwords(s, sep=None):
    """Split the argument into words, capitalize each and join them."""
    return (sep or ' ').join(map(str.capitalize, s.split(sep)))


_sentinel_dict = {}
_start = frozenset(ascii_letters + '_')
_inside = frozenset(ascii_letters + digits + '_')


class Template:
    """A string class for supporting $-substitutions."""

    delimiter = '$'
    idpattern = r'(?a:[_a-z][_a-z0-9]*)'

    def __init__(self, template):
        self.template = template

    def _pieces(self):
        # pairs of text and what follows it: a name, '' for an escape, None for an invalid place
        s, d = self.template, self.delimiter
        at = 0
        while True:
            i = s.find(d, at)
            if i < 0:
                yield s[at:], 'end', None, len(s)
                return
            text = s[at:i]
            j = i + len(d)
            if s.startswith(d, j):
                yield text, 'escaped', d, i
                at = j + len(d)
                continue
            braced = s[j:j + 1] == '{'
            k = j + 1 if braced else j
            end = k
            if s[k:k + 1] in _start and s[k:k + 1]:
                end = k + 1
                while end < len(s) and s[end] in _inside:
                    end += 1
            name = s[k:end]
            if not name or (braced and s[end:end + 1] != '}'):
                yield text, 'invalid', d, i
                at = j
                continue
            at = end + 1 if braced else end
            yield text, 'named', name, (i, at)

    def _invalid(self, i):
        lines = self.template[:i].splitlines(keepends=True)
        if not lines:
            colno = 1
            lineno = 1
        else:
            colno = i - len(''.join(lines[:-1])) + 1 - 1 + 1
            lineno = len(lines)
            if lines[-1].endswith('\n'):
                lineno += 1
                colno = 1
        raise ValueError('Invalid placeholder in string: line %d, col %d' % (lineno, colno))

    def substitute(self, mapping=_sentinel_dict, /, **kws):
        if mapping is _sentinel_dict:
            mapping = kws
        elif kws:
            mapping = {**mapping, **kws}
        out = []
        for text, kind, value, where in self._pieces():
            out.append(text)
            if kind == 'named':
                out.append(str(mapping[value]))
            elif kind == 'escaped':
                out.append(value)
            elif kind == 'invalid':
                self._invalid(where)
        return ''.join(out)

    def safe_substitute(self, mapping=_sentinel_dict, /, **kws):
        if mapping is _sentinel_dict:
            mapping = kws
        elif kws:
            mapping = {**mapping, **kws}
        out = []
        for text, kind, value, where in self._pieces():
            out.append(text)
            if kind == 'named':
                try:
                    out.append(str(mapping[value]))
                except KeyError:
                    out.append(self.template[where[0]:where[1]])
            elif kind in ('escaped', 'invalid'):
                out.append(value)
        return ''.join(out)

    def is_valid(self):
        return all(kind != 'invalid' for _, kind, _, _ in self._pieces())

    def get_identifiers(self):
        ids = []
        for _, kind, value, _ in self._pieces():
            if kind == 'named' and value not in ids:
                ids.append(value)
        return ids


def _parse(format_string):
    # (literal text, field name, format spec, conversion) as str.format reads them
    at = 0
    literal = ''
    s = format_string
    while at < len(s):
        c = s[at]
        if c in '{}' and s[at + 1:at + 2] == c:
            literal += c
            at += 2
        elif c == '}':
            raise ValueError("Single '}' encountered in format string")
        elif c == '{':
            depth = 1
            end = at + 1
            while end < len(s) and depth:
                depth += {'{': 1, '}': -1}.get(s[end], 0)
                end += 1
            if depth:
                raise ValueError("expected '}' before end of string" if at + 1 < len(s)
                                 else "Single '{' encountered in format string")
            inner = s[at + 1:end - 1]
            cut = len(inner)
            brackets = 0
            for i, ch in enumerate(inner):
                if ch == '[':
                    brackets += 1
                elif ch == ']':
                    brackets -= 1
                elif ch in '!:' and not brackets:
                    cut = i
                    break
            name, rest = inner[:cut], inner[cut:]
            conversion = None
            if rest.startswith('!'):
                conversion, rest = rest[1:2], rest[2:]
            yield literal, name, rest[1:], conversion
            literal = ''
            at = end
        else:
            literal += c
            at += 1
    if literal:
        yield literal, None, None, None


def _split_field(name):
    first = ''
    i = 0
    while i < len(name) and name[i] not in '.[':
        i += 1
    first, rest = name[:i], []
    while i < len(name):
        if name[i] == '.':
            j = i + 1
            while j < len(name) and name[j] not in '.[':
                j += 1
            rest.append((True, name[i + 1:j]))
            i = j
        else:
            j = name.index(']', i)
            key = name[i + 1:j]
            rest.append((False, int(key) if key.isdigit() else key))
            i = j + 1
    return (int(first) if first.isdigit() else first), rest


class Formatter:
    def format(self, format_string, /, *args, **kwargs):
        return self.vformat(format_string, args, kwargs)

    def vformat(self, format_string, args, kwargs):
        used_args = set()
        result, _ = self._vformat(format_string, args, kwargs, used_args, 2)
        self.check_unused_args(used_args, args, kwargs)
        return result

    def _vformat(self, format_string, args, kwargs, used_args, recursion_depth,
                 auto_arg_index=0):
        if recursion_depth < 0:
            raise ValueError('Max string recursion exceeded')
        result = []
        for literal_text, field_name, format_spec, conversion in self.parse(format_string):
            if literal_text:
                result.append(literal_text)
            if field_name is not None:
                field_first, _ = _split_field(field_name)
                if field_first == '':
                    if auto_arg_index is False:
                        raise ValueError('cannot switch from manual field '
                                         'specification to automatic field numbering')
                    field_name = str(auto_arg_index) + field_name
                    auto_arg_index += 1
                elif isinstance(field_first, int):
                    if auto_arg_index:
                        raise ValueError('cannot switch from automatic field '
                                         'numbering to manual field specification')
                    auto_arg_index = False
                obj, arg_used = self.get_field(field_name, args, kwargs)
                used_args.add(arg_used)
                obj = self.convert_field(obj, conversion)
                format_spec, auto_arg_index = self._vformat(
                    format_spec, args, kwargs, used_args, recursion_depth - 1,
                    auto_arg_index=auto_arg_index)
                result.append(self.format_field(obj, format_spec))
        return ''.join(result), auto_arg_index

    def get_value(self, key, args, kwargs):
        if isinstance(key, int):
            return args[key]
        return kwargs[key]

    def check_unused_args(self, used_args, args, kwargs):
        pass

    def format_field(self, value, format_spec):
        return format(value, format_spec)

    def convert_field(self, value, conversion):
        if conversion is None:
            return value
        if conversion == 's':
            return str(value)
        if conversion == 'r':
            return repr(value)
        if conversion == 'a':
            return ascii(value)
        raise ValueError(f"Unknown conversion specifier {conversion}")

    def parse(self, format_string):
        return _parse(format_string)

    def get_field(self, field_name, args, kwargs):
        first, rest = _split_field(field_name)
        obj = self.get_value(first, args, kwargs)
        for is_attr, i in rest:
            obj = getattr(obj, i) if is_attr else obj[i]
        return obj, first
`;
