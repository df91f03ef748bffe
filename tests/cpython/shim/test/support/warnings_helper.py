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
    """Compiling warns once, and where warnings are errors it is a SyntaxError at the place."""
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter('always', SyntaxWarning)
        compile(statement, '<testcase>', 'exec')
    test.assertEqual(len(caught), 1, caught)
    warning, = caught
    test.assertTrue(issubclass(warning.category, SyntaxWarning), warning.category)
    test.assertRegex(str(warning.message), errtext)
    test.assertEqual(warning.filename, '<testcase>')
    test.assertEqual(warning.lineno, lineno)
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter('error', SyntaxWarning)
        with test.assertRaisesRegex(SyntaxError, errtext) as refused:
            compile(statement, '<testcase>', 'exec')
    test.assertEqual(caught, [])
    error = refused.exception
    test.assertIsNotNone(error.lineno)
    if lineno is not None:
        test.assertEqual(error.lineno, lineno)
    test.assertIsNotNone(error.offset)
    if offset is not None:
        test.assertEqual(error.offset, offset)
