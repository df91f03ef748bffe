"""Marshalling is no part of the machine: a test that marshals is skipped."""
import unittest


def dumps(*args):
    raise unittest.SkipTest('no marshal')


loads = dumps
