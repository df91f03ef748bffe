raise ImportError('xxsubtype is an extension of CPython')
