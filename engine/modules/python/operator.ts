/**
 * The module operator.
 * The text is our own.
 */
export const OPERATOR = `
from _operator import *
from _operator import (and_, or_, not_, is_, is_not, call, itemgetter, attrgetter, methodcaller)
import _operator

__all__ = ['abs', 'add', 'and_', 'attrgetter', 'call', 'concat', 'contains', 'countOf',
           'delitem', 'eq', 'floordiv', 'ge', 'getitem', 'gt', 'iadd', 'iand',
           'iconcat', 'ifloordiv', 'ilshift', 'imatmul', 'imod', 'imul',
           'index', 'indexOf', 'inv', 'invert', 'ior', 'ipow', 'irshift',
           'is_', 'is_not', 'isub', 'itemgetter', 'itruediv',
           'ixor', 'le', 'length_hint', 'lshift', 'lt', 'matmul', 'methodcaller',
           'mod', 'mul', 'ne', 'neg', 'not_', 'or_', 'pos', 'pow', 'rshift', 'setitem', 'sub',
           'truediv', 'truth', 'xor']

for _name in __all__:
    _dunder = '__' + _name.strip('_') + '__'
    if _name not in ('attrgetter', 'itemgetter', 'methodcaller', 'countOf', 'indexOf', 'is_',
                     'is_not', 'length_hint', 'truth'):
        globals()[_dunder] = getattr(_operator, _name)
del _name, _dunder, _operator
`;
