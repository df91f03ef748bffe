"""Package `test`: `support` is ours, all the rest are CPython's own files, unmodified."""
import sys

__path__.extend(sys.cpython_tests)  # set by the runner: the folder of CPython's tests
