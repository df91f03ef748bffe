"""Package `test`: `support` is ours, all the rest are CPython's own files, unmodified."""
import sys

__path__.extend(folder + '/test' for folder in sys.path)

for _name in ('base_prefix', 'prefix', 'exec_prefix'):  # folders of an installation
    if not hasattr(sys, _name):
        setattr(sys, _name, '')
