"""contextmanager and what else the tests take from contextlib, until the machine has its own."""
import sys


class _Manager:
    def __init__(self, function, args, kwargs):
        self.generator = function(*args, **kwargs)

    def __enter__(self):
        return next(self.generator)

    def __exit__(self, kind, value, tb):
        if kind is None:
            try:
                next(self.generator)
            except StopIteration:
                return False
            raise RuntimeError("generator didn't stop")
        try:
            self.generator.throw(value)
        except StopIteration as e:
            return e is not value
        except BaseException as e:
            if e is not value:
                raise
            return False
        raise RuntimeError("generator didn't stop after throw()")


def contextmanager(function):
    return lambda *args, **kwargs: _Manager(function, args, kwargs)


class suppress:
    def __init__(self, *exceptions):
        self.exceptions = exceptions

    def __enter__(self):
        pass

    def __exit__(self, kind, value, tb):
        return kind is not None and issubclass(kind, self.exceptions)


class redirect_stdout:
    def __init__(self, target):
        self.target = target

    def __enter__(self):
        self.old, sys.stdout = sys.stdout, self.target
        return self.target

    def __exit__(self, *exception):
        sys.stdout = self.old
