import warnings


class check_warnings:
    """Lets warnings happen, and gives those that did."""

    def __init__(self, *filters, quiet=True):
        self.filters, self.quiet = filters, quiet

    def __enter__(self):
        self.recorder = warnings.catch_warnings(record=True)
        self.warnings = self.recorder.__enter__()
        warnings.simplefilter('always')
        return self

    def __exit__(self, *exception):
        self.recorder.__exit__(*exception)
        return False


def check_no_warnings(test, *args, **kwargs):
    return warnings.catch_warnings()


def ignore_warnings(*, category):
    return lambda test: test


def check_syntax_warning(test, statement, errtext='', *, lineno=1, offset=None):
    import unittest
    raise unittest.SkipTest('no warnings of the compiler')
