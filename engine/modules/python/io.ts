/**
 * The module io: files in memory. There is no file system.
 * The text is our own.
 */
export const IO = String.raw`
SEEK_SET, SEEK_CUR, SEEK_END = 0, 1, 2
DEFAULT_BUFFER_SIZE = 8192


class UnsupportedOperation(OSError, ValueError):
    pass


class IOBase:
    closed = False

    def _check(self):
        if self.closed:
            raise ValueError("I/O operation on closed file")

    def close(self):
        self.closed = True

    def __enter__(self):
        self._check()
        return self

    def __exit__(self, *args):
        self.close()

    def __iter__(self):
        self._check()
        return self

    def __next__(self):
        line = self.readline()
        if not line:
            raise StopIteration
        return line

    def flush(self):
        self._check()

    def isatty(self):
        self._check()
        return False

    def readable(self):
        self._check()
        return True

    def writable(self):
        self._check()
        return True

    def seekable(self):
        self._check()
        return True

    def fileno(self):
        raise UnsupportedOperation("fileno")

    def readlines(self, hint=None):
        lines = []
        for line in self:
            lines.append(line)
        return lines

    def writelines(self, lines):
        for line in lines:
            self.write(line)


class RawIOBase(IOBase):
    pass


class BufferedIOBase(IOBase):
    pass


class TextIOBase(IOBase):
    encoding = None
    errors = None
    newlines = None


class _Memory:
    # text or bytes and a place in it; kept in pieces while it is only appended to

    def _whole(self):
        if len(self._pieces) != 1:
            self._pieces = [self._empty.join(self._pieces)]
        return self._pieces[0]

    def getvalue(self):
        self._check()
        return self._whole()

    def tell(self):
        self._check()
        return self._pos

    def seek(self, pos, whence=0):
        self._check()
        if whence == 0:
            if pos < 0:
                raise ValueError(self._negative % (pos,))
            self._pos = pos
        elif whence == 1:
            self._pos = max(0, self._pos + pos)
        else:
            self._pos = max(0, self._size + pos)
        return self._pos

    def _put(self, data):
        n = len(data)
        if self._pos == self._size:
            self._pieces.append(data)
            self._size += n
        elif n:
            whole = self._whole()
            if self._pos > self._size:
                whole += self._pad * (self._pos - self._size)
            whole = whole[:self._pos] + data + whole[self._pos + n:]
            self._pieces = [whole]
            self._size = len(whole)
        self._pos += n
        return n

    def read(self, size=-1, /):
        self._check()
        whole = self._whole()
        end = self._size if size is None or size < 0 else min(self._size, self._pos + size)
        data = whole[self._pos:end]
        self._pos = max(self._pos, end)
        return data

    def readline(self, size=-1, /):
        self._check()
        whole = self._whole()
        i = whole.find(self._newline, self._pos)
        end = self._size if i < 0 else i + 1
        if size is not None and size >= 0:
            end = min(end, self._pos + size)
        data = whole[self._pos:end]
        self._pos = max(self._pos, end)
        return data

    def truncate(self, pos=None, /):
        self._check()
        if pos is None:
            pos = self._pos
        elif pos < 0:
            raise ValueError("Negative size value %r" % (pos,))
        self._pieces = [self._whole()[:pos]]
        self._size = len(self._pieces[0])
        return pos


class StringIO(_Memory, TextIOBase):
    """Text I/O implementation using an in-memory buffer."""
    __module__ = '_io'
    _empty, _newline, _pad, _negative = '', '\n', '\0', "Negative seek position %r"

    def __init__(self, initial_value='', newline='\n'):
        if not isinstance(initial_value, (str, type(None))):
            raise TypeError("initial_value must be str or None, not "
                            + type(initial_value).__name__)
        self._pieces = [initial_value or '']
        self._size = len(self._pieces[0])
        self._pos = 0
        self.closed = False

    def write(self, s, /):
        if not isinstance(s, str):
            raise TypeError("string argument expected, got %r" % type(s).__name__)
        self._check()
        return self._put(s)

    line_buffering = False


class BytesIO(_Memory, BufferedIOBase):
    """Buffered I/O implementation using an in-memory bytes buffer."""
    __module__ = '_io'
    _empty, _newline, _pad, _negative = b'', b'\n', b'\0', "negative seek value %r"

    def __init__(self, initial_bytes=b''):
        self._pieces = [bytes(initial_bytes or b'')]
        self._size = len(self._pieces[0])
        self._pos = 0
        self.closed = False

    def write(self, b, /):
        if isinstance(b, str):
            raise TypeError("a bytes-like object is required, not 'str'")
        self._check()
        return self._put(bytes(b))

    read1 = _Memory.read

    def readinto(self, buffer):
        data = self.read(len(buffer))
        buffer[:len(data)] = data
        return len(data)


def open(file, mode='r', *args, **kwargs):
    raise FileNotFoundError(2, 'No such file or directory', file)


TextIOWrapper = type(__import__('sys').stdout)
`;
