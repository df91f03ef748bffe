import unittest


def import_module(name, **kwargs):
    try:
        module = __import__(name)
    except ImportError as e:
        raise unittest.SkipTest(str(e)) from None
    for part in name.split('.')[1:]:
        module = getattr(module, part)
    return module


def import_fresh_module(name, *args, **kwargs):
    raise unittest.SkipTest('no fresh ' + name)
