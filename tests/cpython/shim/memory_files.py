"""Files for the tests, in the memory of the machine: there is no file system below it."""
import builtins
import io

contents = {}  # bytes by path


class _Text(io.StringIO):
    """An open text file; what was written is there for the next who opens it."""

    def __init__(self, name, mode, encoding):
        self.name, self.mode, self.encoding = name, mode, encoding
        super().__init__('' if 'w' in mode else contents[name].decode(encoding))
        if 'a' in mode:
            self.seek(0, 2)

    def flush(self):
        if 'r' not in self.mode or '+' in self.mode:
            contents[self.name] = self.getvalue().encode(self.encoding)

    def close(self):
        if not self.closed:
            self.flush()
        super().close()

    def __del__(self):
        self.close()


class _Binary(io.BytesIO):
    def __init__(self, name, mode):
        self.name, self.mode = name, mode
        super().__init__(b'' if 'w' in mode else contents[name])

    def flush(self):
        if 'r' not in self.mode or '+' in self.mode:
            contents[self.name] = self.getvalue()

    def close(self):
        if not self.closed:
            self.flush()
        super().close()

    def __del__(self):
        self.close()


def open(file, mode='r', buffering=-1, encoding=None, errors=None, newline=None, closefd=True,
         opener=None):
    if 'r' in mode and file not in contents:
        raise FileNotFoundError(2, 'No such file or directory', file)
    if 'w' in mode or file not in contents:
        contents[file] = b''
    if 'b' in mode:
        return _Binary(file, mode)
    return _Text(file, mode, encoding or 'utf-8')


def unlink(path):
    if path not in contents:
        raise FileNotFoundError(2, 'No such file or directory', path)
    del contents[path]


builtins.open = open
