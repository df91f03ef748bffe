/**
 * The module re: what v3.13.0 Lib/re does, on a matcher of our own.
 * The text is our own.
 */
export const RE = String.raw`
import enum
import functools
import _sre

__all__ = ["match", "fullmatch", "search", "sub", "subn", "split", "findall", "finditer",
           "compile", "purge", "escape", "error", "Pattern", "Match", "A", "I", "L", "M", "S",
           "X", "U", "ASCII", "IGNORECASE", "LOCALE", "MULTILINE", "DOTALL", "VERBOSE", "UNICODE",
           "NOFLAG", "RegexFlag", "PatternError"]


class RegexFlag(enum.IntFlag):
    NOFLAG = 0
    ASCII = A = 256
    IGNORECASE = I = 2
    LOCALE = L = 4
    UNICODE = U = 32
    MULTILINE = M = 8
    DOTALL = S = 16
    VERBOSE = X = 64
    DEBUG = 128
    __str__ = object.__str__
    _numeric_repr_ = hex


RegexFlag.__repr__ = enum.global_flag_repr
for _m in list(RegexFlag.__members__.items()):
    globals()[_m[0]] = _m[1]
del _m


class PatternError(Exception):
    """Exception raised for invalid regular expressions."""

    __module__ = 're'

    def __init__(self, msg, pattern=None, pos=None):
        self.msg = msg
        self.pattern = pattern
        self.pos = pos
        if pattern is not None and pos is not None:
            msg = '%s at position %d' % (msg, pos)
            newline = b'\n' if isinstance(pattern, bytes) else '\n'
            self.lineno = pattern.count(newline, 0, pos) + 1
            self.colno = pos - pattern.rfind(newline, 0, pos)
            if newline in pattern:
                msg = '%s (line %d, column %d)' % (msg, self.lineno, self.colno)
        else:
            self.lineno = self.colno = None
        super().__init__(msg)


error = PatternError


def _flags_text(flags, is_str):
    if is_str and flags & 32 and not flags & 256:
        flags &= ~32
    names = [(2, 're.IGNORECASE'), (8, 're.MULTILINE'), (16, 're.DOTALL'), (32, 're.UNICODE'),
             (64, 're.VERBOSE'), (256, 're.ASCII')]
    return '|'.join(name for bit, name in names if flags & bit)


class Match:
    """The result of re.match() and re.search(). Match objects always have a boolean value of True."""
    __module__ = 're'
    __slots__ = ('re', 'string', 'pos', 'endpos', '_spans', 'lastindex')

    def __init__(self, re, string, pos, endpos, spans):
        self.re = re
        self.string = string
        self.pos = pos
        self.endpos = endpos
        self._spans = spans
        self.lastindex = spans[-1] or None

    @property
    def lastgroup(self):
        for name, i in self.re.groupindex.items():
            if i == self.lastindex:
                return name
        return None

    @property
    def regs(self):
        s = self._spans
        return tuple((s[2 * i], s[2 * i + 1]) for i in range(self.re.groups + 1))

    def _index(self, group):
        if isinstance(group, str):
            group = self.re.groupindex.get(group, -1)
        elif hasattr(group, '__index__'):
            group = group.__index__()
        else:
            group = -1
        if not 0 <= group <= self.re.groups:
            raise IndexError("no such group")
        return group

    def _get(self, group, default=None):
        i = self._index(group)
        start, end = self._spans[2 * i], self._spans[2 * i + 1]
        return default if end < 0 else self.string[start:end]

    def group(self, *groups):
        if not groups:
            return self._get(0)
        if len(groups) == 1:
            return self._get(groups[0])
        return tuple(self._get(g) for g in groups)

    def __getitem__(self, group):
        return self._get(group)

    def groups(self, default=None):
        return tuple(self._get(i, default) for i in range(1, self.re.groups + 1))

    def groupdict(self, default=None):
        return {name: self._get(i, default) for name, i in self.re.groupindex.items()}

    def start(self, group=0, /):
        return self._spans[2 * self._index(group)]

    def end(self, group=0, /):
        return self._spans[2 * self._index(group) + 1]

    def span(self, group=0, /):
        i = self._index(group)
        return self._spans[2 * i], self._spans[2 * i + 1]

    def expand(self, template):
        return _expand(_parse_template(template, self.re), self)

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self

    def __repr__(self):
        return f'<re.Match object; span={self.span()}, match={self.group()!r}>'


class Pattern:
    """Compiled regular expression object."""
    __module__ = 're'
    __slots__ = ('pattern', 'flags', 'groups', 'groupindex', '_text', '_flags', '__weakref__')

    def __init__(self, pattern, flags):
        self.pattern = pattern
        self._text = pattern if isinstance(pattern, str) else pattern.decode('latin-1')
        self._flags = flags
        compiled = _sre.compile(self._text, flags)
        if len(compiled) == 2:
            raise PatternError(compiled[0], pattern, compiled[1] if compiled[1] >= 0 else None)
        self.flags, self.groups, self.groupindex = compiled

    def _check(self, string):
        if isinstance(self.pattern, str):
            if not isinstance(string, str):
                if isinstance(string, (bytes, bytearray)):
                    raise TypeError("cannot use a string pattern on a bytes-like object")
                raise TypeError(f"expected string or bytes-like object, got "
                                f"'{type(string).__name__}'")
        elif isinstance(string, str):
            raise TypeError("cannot use a bytes pattern on a string-like object")
        elif isinstance(string, bytearray):
            return bytes(string)
        elif not isinstance(string, bytes):
            raise TypeError(f"expected string or bytes-like object, got '{type(string).__name__}'")
        return string

    def _one(self, string, pos, endpos, how):
        text = self._check(string)
        n = len(text)
        pos = max(0, min(pos, n))
        endpos = n if endpos is None else max(0, min(endpos, n))
        spans = _sre.run(self._text, self._flags, text, pos, endpos, how, 0)
        return None if spans is None else Match(self, string, pos, endpos, spans)

    def match(self, string, pos=0, endpos=None):
        """Matches zero or more characters at the beginning of the string."""
        return self._one(string, pos, endpos, 0)

    def search(self, string, pos=0, endpos=None):
        """Scan through string looking for a match, and return a corresponding match object."""
        return self._one(string, pos, endpos, 1)

    def fullmatch(self, string, pos=0, endpos=None):
        """Matches against all of the string."""
        return self._one(string, pos, endpos, 2)

    def _all(self, string, pos=0, endpos=None, count=0):
        text = self._check(string)
        n = len(text)
        pos = max(0, min(pos, n))
        endpos = n if endpos is None else max(0, min(endpos, n))
        return [Match(self, string, pos, endpos, spans)
                for spans in _sre.run(self._text, self._flags, text, pos, endpos, 3, count)]

    def finditer(self, string, pos=0, endpos=None):
        """Return an iterator over all non-overlapping matches."""
        return iter(self._all(string, pos, endpos))

    def findall(self, string, pos=0, endpos=None):
        """Return a list of all non-overlapping matches of pattern in string."""
        empty = string[:0]
        result = []
        for m in self._all(string, pos, endpos):
            if self.groups == 0:
                result.append(m.group())
            elif self.groups == 1:
                result.append(m._get(1, empty))
            else:
                result.append(m.groups(empty))
        return result

    def split(self, string, maxsplit=0):
        """Split string by the occurrences of pattern."""
        result = []
        at = 0
        for m in self._all(string, count=max(0, maxsplit)) if maxsplit >= 0 else ():
            result.append(string[at:m.start()])
            result.extend(m.groups())
            at = m.end()
        result.append(string[at:])
        return result

    def subn(self, repl, string, count=0):
        """Return the tuple (new_string, number_of_subs_made)."""
        if callable(repl):
            replace = repl
        else:
            template = _parse_template(repl, self)
            if len(template) == 1 and not isinstance(template[0], int):
                def replace(m):
                    return template[0]
            else:
                def replace(m):
                    return _expand(template, m)
        parts = []
        at = n = 0
        for m in self._all(string, count=max(0, count)) if count >= 0 else ():
            parts.append(string[at:m.start()])
            parts.append(replace(m))
            at = m.end()
            n += 1
        parts.append(string[at:])
        return string[:0].join(parts), n

    def sub(self, repl, string, count=0):
        """Return the string obtained by replacing the occurrences of pattern by repl."""
        return self.subn(repl, string, count)[0]

    def __eq__(self, other):
        if not isinstance(other, Pattern):
            return NotImplemented
        return (self.pattern, self.flags) == (other.pattern, other.flags)

    def __hash__(self):
        return hash((self.pattern, self.flags))

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self

    def __repr__(self):
        text = repr(self.pattern)
        if len(text) > 200:
            text = text[:200]
        flags = _flags_text(self.flags, isinstance(self.pattern, str))
        return f're.compile({text}, {flags})' if flags else f're.compile({text})'


def _parse_template(template, pattern):
    # texts and group numbers
    is_bytes = isinstance(template, bytes)
    s = template.decode('latin-1') if is_bytes else template
    parts = []
    literal = ''
    i, n = 0, len(s)

    def add_group(g, pos):
        nonlocal literal
        if g > pattern.groups:
            raise PatternError("invalid group reference %d" % g, template, pos)
        if literal:
            parts.append(literal)
            literal = ''
        parts.append(g)
    while i < n:
        c = s[i]
        if c != '\\':
            literal += c
            i += 1
            continue
        if i + 1 >= n:
            raise PatternError("bad escape (end of pattern)", template, i)
        c = s[i + 1]
        if c == 'g':
            if s[i + 2:i + 3] != '<':
                raise PatternError("missing <", template, i + 2)
            j = s.find('>', i + 3)
            if j < 0:
                raise PatternError("missing >, unterminated name", template, i + 3)
            name = s[i + 3:j]
            if not name:
                raise PatternError("missing group name", template, i + 3)
            if name.isdigit():
                add_group(int(name), i + 3)
            elif name in pattern.groupindex:
                add_group(pattern.groupindex[name], i + 3)
            elif name.isidentifier():
                raise IndexError("unknown group name %r" % name)
            else:
                raise PatternError("bad character in group name %r" % name, template, i + 3)
            i = j + 1
        elif c == '0':
            j = i + 2
            while j < n and j < i + 4 and s[j] in '01234567':
                j += 1
            literal += chr(int(s[i + 1:j], 8) & 0xff)
            i = j
        elif c.isdigit():
            j = i + 2
            if j < n and s[j].isdigit():
                if c in '0123' and s[j] in '01234567' and s[j + 1:j + 2] in tuple('01234567'):
                    literal += chr(int(s[i + 1:j + 2], 8))
                    i = j + 2
                    continue
                j += 1
            add_group(int(s[i + 1:j]), i + 1)
            i = j
        elif c in 'abfnrtv':
            literal += {'a': '\a', 'b': '\b', 'f': '\f', 'n': '\n', 'r': '\r', 't': '\t',
                        'v': '\v'}[c]
            i += 2
        elif c == '\\':
            literal += '\\'
            i += 2
        elif c.isascii() and c.isalpha():
            raise PatternError('bad escape \\%s' % c, template, i)
        else:
            literal += '\\' + c
            i += 2
    if literal or not parts:
        parts.append(literal)
    if is_bytes:
        parts = [p if isinstance(p, int) else p.encode('latin-1') for p in parts]
    return parts


def _expand(template, m):
    empty = m.string[:0]
    return empty.join(m._get(p, empty) if isinstance(p, int) else p for p in template)


_cache = {}


def compile(pattern, flags=0):
    "Compile a regular expression pattern, returning a Pattern object."
    flags = int(flags)
    if isinstance(pattern, Pattern):
        if flags:
            raise ValueError("cannot process flags argument with a compiled pattern")
        return pattern
    key = (type(pattern), pattern, flags)
    found = _cache.get(key)
    if found is None:
        if isinstance(pattern, str):
            if flags & 4:
                raise ValueError("cannot use LOCALE flag with a str pattern")
            if flags & 256 and flags & 32:
                raise ValueError("ASCII and UNICODE flags are incompatible")
            full = flags if flags & 256 else flags | 32
        elif isinstance(pattern, bytes):
            if flags & 32:
                raise ValueError("cannot use UNICODE flag with a bytes pattern")
            full = flags | 256
        else:
            raise TypeError("first argument must be string or compiled pattern")
        found = Pattern(pattern, full)
        if isinstance(pattern, bytes) and not flags & 256:
            found.flags &= ~256
        if len(_cache) > 500:
            _cache.clear()
        _cache[key] = found
    return found


def match(pattern, string, flags=0):
    """Try to apply the pattern at the start of the string."""
    return compile(pattern, flags).match(string)


def fullmatch(pattern, string, flags=0):
    """Try to apply the pattern to all of the string."""
    return compile(pattern, flags).fullmatch(string)


def search(pattern, string, flags=0):
    """Scan through string looking for a match to the pattern."""
    return compile(pattern, flags).search(string)


def sub(pattern, repl, string, count=0, flags=0):
    """Return the string obtained by replacing the leftmost non-overlapping occurrences."""
    return compile(pattern, flags).sub(repl, string, count)


def subn(pattern, repl, string, count=0, flags=0):
    """Return a 2-tuple containing (new_string, number)."""
    return compile(pattern, flags).subn(repl, string, count)


def split(pattern, string, maxsplit=0, flags=0):
    """Split the source string by the occurrences of the pattern."""
    return compile(pattern, flags).split(string, maxsplit)


def findall(pattern, string, flags=0):
    """Return a list of all non-overlapping matches in the string."""
    return compile(pattern, flags).findall(string)


def finditer(pattern, string, flags=0):
    """Return an iterator over all non-overlapping matches in the string."""
    return compile(pattern, flags).finditer(string)


def purge():
    "Clear the regular expression caches"
    _cache.clear()


_special = {i: '\\' + chr(i) for i in b'()[]{}?*+-|^$\\.&~# \t\n\r\v\f'}


def escape(pattern):
    """Escape special characters in a string."""
    if isinstance(pattern, str):
        return pattern.translate(_special)
    return str(pattern, 'latin1').translate(_special).encode('latin1')
`;
