"""The part of `test.support` that CPython's tests of the language use."""
import sys
import unittest

# Up to 3.9 all of it was one module.
from .import_helper import import_fresh_module, import_module
from .os_helper import FS_NONASCII, TESTFN, rmtree, temp_dir, unlink
from .threading_helper import reap_threads, start_threads
from .warnings_helper import (
    check_no_warnings, check_syntax_warning, check_warnings, ignore_warnings)

__path__.extend(folder + '/test/support' for folder in sys.path)  # numbers: CPython's own

verbose = 0
Py_DEBUG = Py_GIL_DISABLED = Py_TRACE_REFS = False
MS_WINDOWS = is_wasi = is_emscripten = is_android = is_apple_mobile = False
HAVE_DOCSTRINGS = False  # methods of built-in types have none
HAVE_PY_DOCSTRINGS = True
SHORT_TIMEOUT, LONG_TIMEOUT = 30.0, 300.0
NHASHBITS = 64
C_RECURSION_LIMIT = 10000


def cpython_only(test):
    return test  # the machine claims to be CPython


refcount_test = no_tracing = force_not_colorized = force_not_colorized_test_class = cpython_only
requires_type_collecting = support_remote_exec_only = cpython_only
skip_if_unlimited_stack_size = nomemtest = cpython_only
skip_on_s390x = cpython_only
requires_IEEE_754 = requires_docstrings = bigaddrspacetest = cpython_only


def impl_detail(msg=None, **guards):
    return cpython_only if guards.get('cpython', not guards) else unittest.skip(msg)


def check_impl_detail(**guards):
    return guards.get('cpython', not any(guards.values()))


def with_pymalloc():
    return True


def use_old_parser():
    return False


def built_with_c_assertions():
    return False


def run_unittest(*classes):
    """What a test file calls when it is the program; the runner runs its classes."""


def run_with_limited_c_stack(*args, **kwargs):
    return cpython_only


skip_if_huge_c_stack = run_with_limited_c_stack
skip_wasi_stack_overflow = skip_emscripten_stack_overflow = run_with_limited_c_stack


def thread_unsafe(test_or_reason):
    return cpython_only if isinstance(test_or_reason, str) else test_or_reason


def strip_python_stderr(stderr):
    return stderr.strip()


def requires_subprocess():
    return cpython_only


has_subprocess_support = True


def requires_gil_enabled(msg=''):
    return cpython_only


def requires_resource(name):
    return unittest.skip('resource ' + name)


def is_resource_enabled(name):
    return False


def requires(resource, msg=None):
    raise unittest.SkipTest('resource ' + resource)


def bigmemtest(size, memuse, dry_run=True):
    return unittest.skip('much memory')


def skip_if_sanitizer(*args, **kwargs):
    return cpython_only


def run_with_locale(*args):
    return unittest.skip('no locales')


def check_sanitizer(**kwargs):
    return False


def late_deletion(obj):
    pass


def reap_children():
    pass


def run_in_subinterp(code):
    raise unittest.SkipTest('no subinterpreters')


def get_c_recursion_limit():
    return 10000


def exceeds_recursion_limit():
    return 30000


def get_recursion_depth():
    depth, frame = 0, sys._getframe(1)
    while frame is not None:
        depth += 1
        frame = frame.f_back
    return depth


def get_recursion_available():
    return sys.getrecursionlimit() - get_recursion_depth()


def setswitchinterval(interval):
    return sys.setswitchinterval(interval)


def get_attribute(obj, name):
    try:
        return getattr(obj, name)
    except AttributeError:
        raise unittest.SkipTest('%r has no attribute %r' % (obj, name)) from None


def sortdict(values):
    return '{%s}' % ', '.join('%r: %r' % item for item in sorted(values.items()))


class _Manager:
    """A context manager that is a decorator as well."""

    def __call__(self, function):
        def wrapper(*args, **kwargs):
            with self:
                return function(*args, **kwargs)
        wrapper.__name__ = function.__name__
        return wrapper

    def __enter__(self):
        return self

    def __exit__(self, *exception):
        return False


class SuppressCrashReport(_Manager):
    pass


def suppress_immortalization(suppress=True):
    return _Manager()


class infinite_recursion(_Manager):
    def __init__(self, max_depth=None):
        self.depth = max_depth or 20000

    def __enter__(self):
        self.old = sys.getrecursionlimit()
        sys.setrecursionlimit(min(self.depth, 5000))

    def __exit__(self, *exception):
        sys.setrecursionlimit(self.old)


class disable_gc(_Manager):
    def __enter__(self):
        import gc
        self.on = gc.isenabled()
        gc.disable()

    def __exit__(self, *exception):
        import gc
        if self.on:
            gc.enable()


class gc_threshold(_Manager):
    def __init__(self, *thresholds):
        self.new = thresholds

    def __enter__(self):
        import gc
        self.old = gc.get_threshold()
        gc.set_threshold(*self.new)

    def __exit__(self, *exception):
        import gc
        gc.set_threshold(*self.old)


class adjust_int_max_str_digits(_Manager):
    def __init__(self, digits):
        self.digits = digits

    def __enter__(self):
        self.old = sys.get_int_max_str_digits()
        sys.set_int_max_str_digits(self.digits)

    def __exit__(self, *exception):
        sys.set_int_max_str_digits(self.old)


_MISSING = object()


class swap_attr(_Manager):
    def __init__(self, obj, name, value):
        self.obj, self.name, self.value = obj, name, value

    def __enter__(self):
        self.old = getattr(self.obj, self.name, _MISSING)
        setattr(self.obj, self.name, self.value)
        return None if self.old is _MISSING else self.old

    def __exit__(self, *exception):
        if self.old is not _MISSING:
            setattr(self.obj, self.name, self.old)
        elif hasattr(self.obj, self.name):
            delattr(self.obj, self.name)


class swap_item(_Manager):
    def __init__(self, obj, key, value):
        self.obj, self.key, self.value = obj, key, value

    def __enter__(self):
        self.old = self.obj[self.key] if self.key in self.obj else _MISSING
        self.obj[self.key] = self.value
        return None if self.old is _MISSING else self.old

    def __exit__(self, *exception):
        if self.old is not _MISSING:
            self.obj[self.key] = self.old
        elif self.key in self.obj:
            del self.obj[self.key]


class _Text:
    def __init__(self):
        self.pieces = []

    def write(self, text):
        self.pieces.append(text)
        return len(text)

    def flush(self):
        pass

    def getvalue(self):
        return ''.join(self.pieces)


class captured_output(_Manager):
    def __init__(self, name):
        self.name = name

    def __enter__(self):
        self.old = getattr(sys, self.name)
        text = _Text()
        setattr(sys, self.name, text)
        return text

    def __exit__(self, *exception):
        setattr(sys, self.name, self.old)


def captured_stdout():
    return captured_output('stdout')


def captured_stderr():
    return captured_output('stderr')


class catch_unraisable_exception(_Manager):
    def __init__(self):
        self.unraisable = None

    def _hook(self, unraisable):
        self.unraisable = unraisable

    def __enter__(self):
        self.old = sys.unraisablehook
        sys.unraisablehook = self._hook
        return self

    def __exit__(self, *exception):
        sys.unraisablehook = self.old
        del self.unraisable


class CPUStopwatch(_Manager):
    def __init__(self, *args):
        raise unittest.SkipTest('no clock')


Stopwatch = CPUStopwatch


def gc_collect():
    import gc
    gc.collect()
    gc.collect()
    gc.collect()


def check_free_after_iterating(test, iter, cls, args=()):
    done = False

    def wrapper():
        class A(cls):
            def __del__(self):
                nonlocal done
                done = True
                try:
                    next(it)
                except StopIteration:
                    pass

        it = iter(A(*args))
        test.assertRaises(StopIteration, next, it)

    wrapper()
    gc_collect()
    test.assertTrue(done)


def check_syntax_error(test, statement, errtext='', *, lineno=None, offset=None):
    with test.assertRaisesRegex(SyntaxError, errtext) as caught:
        compile(statement, '<test string>', 'exec')
    error = caught.exception
    test.assertIsNotNone(error.lineno)
    test.assertIsNotNone(error.offset)
    if lineno is not None:
        test.assertEqual(error.lineno, lineno)
    if offset is not None:
        test.assertEqual(error.offset, offset)


class _AlwaysEqual:
    def __eq__(self, other):
        return True

    def __ne__(self, other):
        return False


class _NeverEqual:
    def __eq__(self, other):
        return False

    def __ne__(self, other):
        return True

    def __hash__(self):
        return 1


class _Largest:
    def __eq__(self, other):
        return isinstance(other, _Largest)

    def __lt__(self, other):
        return False

    def __le__(self, other):
        return self == other

    def __gt__(self, other):
        return not self == other

    def __ge__(self, other):
        return True


class _Smallest:
    def __eq__(self, other):
        return isinstance(other, _Smallest)

    def __lt__(self, other):
        return not self == other

    def __le__(self, other):
        return True

    def __gt__(self, other):
        return False

    def __ge__(self, other):
        return self == other


ALWAYS_EQ, NEVER_EQ = _AlwaysEqual(), _NeverEqual()
LARGEST, SMALLEST = _Largest(), _Smallest()


class BrokenIter:
    def __init__(self, init_raises=False, next_raises=False, iter_raises=False):
        if init_raises:
            1 / 0
        self.next_raises = next_raises
        self.iter_raises = iter_raises

    def __next__(self):
        if self.next_raises:
            1 / 0

    def __iter__(self):
        if self.iter_raises:
            1 / 0
        return self


def collision_stats(bins, balls):
    """Expected number of collisions and its deviation when balls fall into bins."""
    raise unittest.SkipTest('needs decimal')


def calcobjsize(fmt):
    import struct
    return struct.calcsize('nP' + fmt + '0n')


def calcvobjsize(fmt):
    import struct
    return struct.calcsize('nPn' + fmt + '0n')


# What check_sizeof found wrong: CPython's stops at the first, which would make of a hundred sizes
# one bit. The runner asks for it at the end of each test.
sizes_checked = []


def check_sizeof(test, obj, size):
    got = sys.getsizeof(obj)
    flags = obj.__flags__ if type(obj) is type else type(obj).__flags__
    if flags & ((1 << 9) if type(obj) is type else (1 << 14)):
        size += test.gc_headsize
    sizes_checked.append((type(obj).__name__, repr(obj)[:40], got, size))
    test.assertEqual(got, size, 'wrong size for %s: got %d, expected %d' % (type(obj), got, size))
