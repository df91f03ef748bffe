"""There is no operating system below this machine."""
import unittest

name, linesep, sep, environ = 'posix', '\n', '/', {}


def unlink(path):
    raise FileNotFoundError(2, 'No such file or directory', path)


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
    def dirname(name):
        return name.rpartition('/')[0]

    @staticmethod
    def exists(name):
        return False
