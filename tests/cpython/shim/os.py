"""There is no operating system below this machine: files are those of memory_files."""
import unittest

from memory_files import contents, unlink

name, linesep, sep, extsep, curdir, environ = 'posix', '\n', '/', '.', '.', {}
remove = unlink


def fspath(path):
    return path if isinstance(path, (str, bytes)) else path.__fspath__()


def __getattr__(name):
    if name.startswith('__'):
        raise AttributeError(name)
    def refuse(*args, **kwargs):
        raise unittest.SkipTest('no os.' + name)
    return refuse


class path:
    @staticmethod
    def join(*parts):
        return '/'.join(parts)

    @staticmethod
    def split(name):
        head, _, tail = name.rpartition('/')
        return head, tail

    @staticmethod
    def dirname(name):
        return name.rpartition('/')[0]

    @staticmethod
    def basename(name):
        return name.rpartition('/')[2]

    @staticmethod
    def exists(name):
        return name in contents
