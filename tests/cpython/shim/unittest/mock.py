"""`import unittest.mock` must not fail; a test that patches is skipped."""
from unittest import SkipTest


class patch:
    """A decorator and a context manager."""

    def __init__(self, *args, **kwargs):
        pass

    def __call__(self, test):
        test.__unittest_skip__ = 'no unittest.mock'
        return test

    def __enter__(self):
        raise SkipTest('no unittest.mock')

    def __exit__(self, *exception):
        pass

    object = dict = multiple = classmethod(lambda cls, *args, **kwargs: cls())
