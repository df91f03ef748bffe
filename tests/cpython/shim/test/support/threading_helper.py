import unittest


def requires_working_threading(**kwargs):
    return unittest.skip('no threads')


def reap_threads(function):
    return function


def start_threads(threads):
    raise unittest.SkipTest('no threads')
