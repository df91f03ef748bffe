"""The part of unittest that CPython's tests of the language use, and a runner that prints a line a test."""
import sys


class SkipTest(Exception):
    pass


def skip(reason):
    def decorate(test):
        test.__unittest_skip__ = reason
        return test
    return decorate


def skipIf(condition, reason):
    return skip(reason) if condition else (lambda test: test)


def skipUnless(condition, reason):
    return (lambda test: test) if condition else skip(reason)


def expectedFailure(test):
    test.__unittest_expecting_failure__ = True
    return test


class _Raises:
    def __init__(self, case, expected, regex=None):
        self.case, self.expected, self.regex = case, expected, regex

    def __enter__(self):
        return self

    def __exit__(self, kind, value, tb):
        if kind is None:
            raise self.case.failureException('%r not raised' % (self.expected,))
        if not issubclass(kind, self.expected):
            return False
        self.exception = value.with_traceback(None)  # the frames of the test are let go
        if self.regex is not None:
            self.case.assertRegex(str(value), self.regex)
        return True


class _Warns:
    def __init__(self, case, expected, regex=None):
        self.case, self.expected, self.regex = case, expected, regex

    def __enter__(self):
        import warnings
        self.recorder = warnings.catch_warnings(record=True)
        self.warnings = self.recorder.__enter__()
        warnings.simplefilter('always', self.expected)
        return self

    def __exit__(self, kind, value, tb):
        self.recorder.__exit__(kind, value, tb)
        if kind is not None:
            return
        for warning in self.warnings:
            if issubclass(warning.category, self.expected):
                self.warning = warning.message
                self.filename, self.lineno = warning.filename, warning.lineno
                if self.regex is not None:
                    self.case.assertRegex(str(warning.message), self.regex)
                return
        self.case.fail('%r not triggered' % (self.expected,))


class _SubTest:
    def __enter__(self):
        return self

    def __exit__(self, *exception):
        return False


class TestCase:
    failureException = AssertionError
    longMessage = True
    maxDiff = None

    def __init__(self, name='runTest'):
        self._testMethodName = name
        self._cleanups = []

    def id(self):
        return '%s.%s.%s' % (type(self).__module__, type(self).__qualname__, self._testMethodName)

    def setUp(self):
        pass

    def tearDown(self):
        pass

    @classmethod
    def setUpClass(cls):
        pass

    @classmethod
    def tearDownClass(cls):
        pass

    def addCleanup(self, function, /, *args, **kwargs):
        self._cleanups.append((function, args, kwargs))

    def enterContext(self, manager):
        result = manager.__enter__()
        self.addCleanup(manager.__exit__, None, None, None)
        return result

    def skipTest(self, reason):
        raise SkipTest(reason)

    def subTest(self, *args, **kwargs):
        return _SubTest()

    def fail(self, msg=None):
        raise self.failureException(msg)

    def _check(self, ok, text, msg):
        if not ok:
            raise self.failureException(text if msg is None else '%s : %s' % (text, msg))

    def assertTrue(self, x, msg=None):
        self._check(x, '%r is not true' % (x,), msg)

    def assertFalse(self, x, msg=None):
        self._check(not x, '%r is not false' % (x,), msg)

    def _base_equal(self, a, b, msg):
        if not a == b:
            self._check(False, '%r != %r' % (a, b), msg)

    def assertEqual(self, a, b, msg=None):
        # The original fetches a bound method first. test_gc.test_bug1055820c and d need the one
        # allocation this makes: the collection it starts must fall into this call.
        compare = self._base_equal
        compare(a, b, msg)

    assertListEqual = assertDictEqual = assertSequenceEqual = assertEqual

    def assertNotEqual(self, a, b, msg=None):
        if not a != b:
            self._check(False, '%r == %r' % (a, b), msg)

    def assertAlmostEqual(self, a, b, places=7, msg=None, delta=None):
        if a == b:
            return
        near = abs(a - b) <= delta if delta is not None else round(abs(a - b), places) == 0
        self._check(near, '%r != %r' % (a, b), msg)

    def assertIs(self, a, b, msg=None):
        if a is not b:
            self._check(False, '%r is not %r' % (a, b), msg)

    def assertIsNot(self, a, b, msg=None):
        if a is b:
            self._check(False, 'unexpectedly identical: %r' % (a,), msg)

    def assertIsNone(self, a, msg=None):
        self._check(a is None, '%r is not None' % (a,), msg)

    def assertIsNotNone(self, a, msg=None):
        self._check(a is not None, 'unexpectedly None', msg)

    def assertIn(self, a, b, msg=None):
        if a not in b:
            self._check(False, '%r not found in %r' % (a, b), msg)

    def assertNotIn(self, a, b, msg=None):
        if a in b:
            self._check(False, '%r unexpectedly found in %r' % (a, b), msg)

    def assertLess(self, a, b, msg=None):
        if not a < b:
            self._check(False, '%r not less than %r' % (a, b), msg)

    def assertLessEqual(self, a, b, msg=None):
        if not a <= b:
            self._check(False, '%r not less than or equal to %r' % (a, b), msg)

    def assertGreater(self, a, b, msg=None):
        if not a > b:
            self._check(False, '%r not greater than %r' % (a, b), msg)

    def assertGreaterEqual(self, a, b, msg=None):
        if not a >= b:
            self._check(False, '%r not greater than or equal to %r' % (a, b), msg)

    def assertIsInstance(self, a, cls, msg=None):
        if not isinstance(a, cls):
            self._check(False, '%r is not an instance of %r' % (a, cls), msg)

    def assertNotIsInstance(self, a, cls, msg=None):
        if isinstance(a, cls):
            self._check(False, '%r is an instance of %r' % (a, cls), msg)

    def assertHasAttr(self, a, name, msg=None):
        self._check(hasattr(a, name), '%r has no attribute %r' % (a, name), msg)

    def assertNotHasAttr(self, a, name, msg=None):
        self._check(not hasattr(a, name), '%r has unexpected attribute %r' % (a, name), msg)

    def assertStartsWith(self, a, start, msg=None):
        self._check(a.startswith(start), "%r doesn't start with %r" % (a, start), msg)

    def assertNotStartsWith(self, a, start, msg=None):
        self._check(not a.startswith(start), '%r starts with %r' % (a, start), msg)

    def assertEndsWith(self, a, end, msg=None):
        self._check(a.endswith(end), "%r doesn't end with %r" % (a, end), msg)

    def assertIsSubclass(self, cls, base, msg=None):
        self._check(issubclass(cls, base), '%r is not a subclass of %r' % (cls, base), msg)

    def assertRegex(self, text, regex, msg=None):
        if not _search(regex, text):
            self._check(False, '%r does not match %r' % (regex, text), msg)

    def assertNotRegex(self, text, regex, msg=None):
        if _search(regex, text):
            self._check(False, '%r matches %r' % (regex, text), msg)

    def assertRaises(self, expected, function=None, *args, **kwargs):
        context = _Raises(self, expected)
        if function is None:
            return context
        with context:
            function(*args, **kwargs)

    def assertRaisesRegex(self, expected, regex, function=None, *args, **kwargs):
        context = _Raises(self, expected, regex)
        if function is None:
            return context
        with context:
            function(*args, **kwargs)

    def assertWarns(self, expected, function=None, *args, **kwargs):
        context = _Warns(self, expected)
        if function is None:
            return context
        with context:
            function(*args, **kwargs)

    def assertWarnsRegex(self, expected, regex, function=None, *args, **kwargs):
        context = _Warns(self, expected, regex)
        if function is None:
            return context
        with context:
            function(*args, **kwargs)


class case:
    """What `unittest.case` is asked for."""
    TestCase = TestCase
    SkipTest = SkipTest


def _search(regex, text):
    """Most patterns of the tests are plain text: those need no `re`."""
    if isinstance(regex, str):
        plain = regex
        for mark in '().[]?*+^$|{}':
            plain = plain.replace('\\' + mark, '')
        if not any(mark in plain for mark in '.[]()?*+^$|{}\\'):
            for mark in '().[]?*+^$|{}':
                regex = regex.replace('\\' + mark, mark)
            return regex in text
    try:
        import re
    except ImportError:
        raise SkipTest('no re for the pattern %r' % (regex,)) from None
    return re.search(regex, text)


def _run_one(cls, name):
    case = cls(name)
    method = getattr(case, name)
    reason = getattr(method, '__unittest_skip__', None) or getattr(cls, '__unittest_skip__', None)
    if reason is not None:
        return 'skip', reason
    try:
        case.setUp()
        try:
            method()
        finally:
            case.tearDown()
            while case._cleanups:
                function, args, kwargs = case._cleanups.pop()
                function(*args, **kwargs)
    except SkipTest as e:
        return 'skip', str(e)
    except Exception as e:
        if getattr(method, '__unittest_expecting_failure__', False):
            return 'ok', ''
        return 'FAIL', _describe(e)
    return 'ok', ''


def _describe(error):
    """The exception on one line, and the line of the test file it came through."""
    try:
        text = '%s: %s' % (type(error).__name__, str(error)[:300])
    except Exception as e:
        text = '%s whose text raises %s' % (type(error).__name__, type(e).__name__)
    at = tb = error.__traceback__
    while tb is not None:
        if 'unittest' not in tb.tb_frame.f_code.co_filename:
            at = tb
        tb = tb.tb_next
    where = at.tb_frame.f_code
    place = '%s:%d' % (where.co_filename.rpartition('/')[2], at.tb_lineno) if at else '?'
    return ascii('%s: %s' % (place, text))


def _names(cls):
    names = {}
    for base in cls.__mro__:
        for name in base.__dict__:
            if name.startswith('test') and callable(getattr(cls, name)):
                names[name] = True
    return sorted(names)


def run(namespace, only=(), without=(), out=print):
    """Runs a module's TestCase classes in the order of their definition, each test with a line."""
    if 'setUpModule' in namespace:
        namespace['setUpModule']()
    for cls in list(namespace.values()):
        if not (isinstance(cls, type) and issubclass(cls, TestCase)):
            continue
        names = [name for name in _names(cls) if cls.__name__ + '.' + name not in without]
        if not names or (only and cls.__name__ not in only):
            continue
        cls.setUpClass()
        for name in names:
            out('run', cls.__name__ + '.' + name)
            result, why = _run_one(cls, name)
            out(result, cls.__name__ + '.' + name, why)
        cls.tearDownClass()
    if 'tearDownModule' in namespace:
        namespace['tearDownModule']()


def main(*args, **kwargs):
    """What a test file calls when it is the program; the runner calls `run`."""
