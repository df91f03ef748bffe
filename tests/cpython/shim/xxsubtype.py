"""CPython's example of an extension type is not there: what needs it is skipped."""
import unittest


class Missing(unittest.SkipTest, ImportError):
    pass


raise Missing('requires the extension xxsubtype')
