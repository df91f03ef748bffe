"""There are no sockets below this machine: a test that makes one is skipped."""
import unittest


def socket(*args, **kwargs):
    raise unittest.SkipTest('no sockets')
