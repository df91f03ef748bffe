#: keys_that_are_no_strings
import itertools, types, collections, operator

class Number(int):
    pass

for callable in (Number, str, list, dict, tuple, len, sorted, bytes, set, enumerate, zip, map, sum,
                 complex, bool, slice, property, itertools.product, itertools.zip_longest, itertools.count,
                 itertools.groupby, operator.attrgetter, collections.deque, bytearray,
                 BaseException, staticmethod, filter, frozenset, types.MethodType, types.FunctionType):
    for given in ((), ([1],)):
        try:
            print(callable.__name__, callable(*given, **{1: 2}))
        except Exception as error:
            print(callable.__name__, type(error).__name__, error)
#: namespaces_and_cells
import types
for make in (types.SimpleNamespace, types.CellType):
    for given in ((), ([],), ({'a': 1},), ({1: 2},), (1, 2), ([('a', 2)],), ('a', 'b', 'c'), (3,)):
        for named in ({}, {'x': 1}, {'name': 'n'}):
            try:
                print(repr(make(*given, **named)).split(' at ')[0])
            except Exception as error:
                print(type(error).__name__, error)
cell = types.CellType(3)
print(cell.cell_contents, types.CellType() == types.CellType(), types.CellType(4) > cell)
def outer():
    def inner():
        return value
    value = None
    return inner
taken = types.FunctionType(outer().__code__, {}, 'taken', None, (cell,))
print(taken(), taken.__closure__[0] is cell)
#: modules_by_hand
import types
for given in (('a',), ('a', 'doc'), ('a', None, 3), (), (3,), ('a', 5)):
    for named in ({}, {'doc': 'words'}, {'name': 'n'}, {'other': 1}):
        try:
            module = types.ModuleType(*given, **named)
            print(module.__name__, module.__doc__, sorted(module.__dict__))
        except Exception as error:
            print(type(error).__name__, error)
#: pairs_for_a_dict
for update in (dict, {}.update, {}.__ior__ if hasattr(dict, '__ior__') else dict):
    for pairs in ([1], [None], ['a'], ['ab'], [(1,)], [[1, 2, 3]], [[1, 2], 3], 5, [object]):
        try:
            print(update(pairs))
        except Exception as error:
            print(type(error).__name__, error, getattr(error, '__notes__', None))
#: methods_named_after_their_type
import collections, functools, array
def told(call, *given, **named):
    try:
        print(call(*given, **named))
    except Exception as error:
        print(type(error).__name__, error)
for made in (collections.deque(), collections.OrderedDict(), collections.defaultdict(int), functools.partial(len)):
    told(made.__class__.copy if hasattr(made, 'copy') else made.__reduce__, made, 1)
    if hasattr(made, 'clear'):
        told(made.clear, 1)
told(array.array('i').append)
told(functools.lru_cache(len).cache_clear, 1)
told(object().__format__, None)
told([].__format__, None)
told(''.__format__, 5)
told({}.clear, 1)
told(int.from_bytes)
#: methods_that_took_tuples
import collections
def told(call, *given):
    try:
        print(call(*given))
    except Exception as error:
        print(type(error).__name__, error)
for name in 'count find index rfind rindex startswith endswith'.split():
    for made in ('a', b'a', bytearray(b'a')):
        told(getattr(made, name))
        told(getattr(made, name), 1, 2, 3, 4)
told(collections.deque().insert)
told(collections.deque().insert, 1)
for call in ('a'.center, b'a'.ljust, 'a'.zfill, [1].pop, bytearray(b'a').pop, 'a'.expandtabs, b'a'.expandtabs,
             collections.deque([1]).rotate):
    told(call, 1.5)
    told(call, None)
#: stars_before_what_is_no_iterable
def told(text):
    try:
        print(eval(text, {'given': given}))
    except Exception as error:
        print(type(error).__name__, error)
for given in (1, None, len, 2.5, 'ab', {1: 2}):
    for text in ('[*given]', '(*given,)', '{*given}', '[1, *given]', 'print(*given)', '{**given}'):
        told(text)
