import unittest


def find_unused_port(*args, **kwargs):
    raise unittest.SkipTest('no sockets')
