"""`import unittest.mock` must not fail; who uses it is skipped."""
from unittest import SkipTest


class patch:
    def __init__(self, *args, **kwargs):
        raise SkipTest('no unittest.mock')

    object = dict = multiple = classmethod(lambda cls, *args, **kwargs: cls())
