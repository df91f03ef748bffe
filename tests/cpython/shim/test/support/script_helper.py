"""There are no child processes on this machine."""
import unittest


def _skip(*args, **kwargs):
    raise unittest.SkipTest('no child process')


run_python_until_end = assert_python_ok = assert_python_failure = make_script = spawn_python = _skip
