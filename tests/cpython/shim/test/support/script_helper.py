"""Child interpreters: each is a machine of its own, which the host runs to its end."""
import collections
import memory_files
import os
import subprocess
import sys
import unittest

Result = collections.namedtuple('Result', 'rc out err')


def run_python_until_end(*args, **env_vars):
    for name in env_vars:
        if not name.startswith('__'):
            raise unittest.SkipTest('no environment: ' + name)
    child = subprocess.Popen([sys.executable, *args])
    out, err = child.communicate()
    return Result(child.returncode, out, err), args


def _assert_python(succeeds, args, env_vars):
    result, line = run_python_until_end(*args, **env_vars)
    if (result.rc == 0) is not succeeds:
        raise AssertionError('exit status %d of %r: %s' % (result.rc, line, result.err[-400:]))
    return result


def assert_python_ok(*args, **env_vars):
    return _assert_python(True, args, env_vars)


def assert_python_failure(*args, **env_vars):
    return _assert_python(False, args, env_vars)


def make_script(folder, name, source, omit_suffix=False):
    path = os.path.join(folder, name if omit_suffix else name + '.py')
    with memory_files.open(path, 'w') as file:
        file.write(source)
    return path


def spawn_python(*args, **kwargs):
    raise unittest.SkipTest('no child process to talk to')
