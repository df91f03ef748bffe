"""Pickling is no part of the machine: a test that pickles is skipped."""
import unittest

HIGHEST_PROTOCOL, DEFAULT_PROTOCOL = 5, 4


class PicklingError(Exception):
    pass


class UnpicklingError(Exception):
    pass


def dumps(*args, **kwargs):
    raise unittest.SkipTest('no pickle')


loads = dump = load = dumps
