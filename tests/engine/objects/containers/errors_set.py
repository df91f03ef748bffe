import sys

L = [1, 2, 3]
D = {1: 2}


def show(text, f):
    try:
        r = f()
    except BaseException as e:
        print(text, "=>", type(e).__name__ + ":", e)
    else:
        print(text, "=>", shorten(repr(r)))


def shorten(text):
    at = text.find(" at 0x")
    return text if at < 0 else text[:at]


show('set(1)', lambda: (set(1)))
show('set(1,2)', lambda: (set(1,2)))
show('set(x=1)', lambda: (set(x=1)))
show('frozenset(x=1)', lambda: (frozenset(x=1)))
show('frozenset(1,2)', lambda: (frozenset(1,2)))
show('{1}|[1]', lambda: ({1}|[1]))
show('{1}.union(1)', lambda: ({1}.union(1)))
show('{1}.union([1],[2])', lambda: ({1}.union([1],[2])))
show('{1}<[1]', lambda: ({1}<[1]))
show('{1}.issubset(1)', lambda: ({1}.issubset(1)))
show('{1}.issubset([1,2])', lambda: ({1}.issubset([1,2])))
show('{1}.issuperset(1)', lambda: ({1}.issuperset(1)))
show('{1}.remove(2)', lambda: ({1}.remove(2)))
show('{1}.remove([])', lambda: ({1}.remove([])))
show('{1}.remove({3})', lambda: ({1}.remove({3})))
show('{1}.discard([])', lambda: ({1}.discard([])))
show('set().pop()', lambda: (set().pop()))
show('{1}.add()', lambda: ({1}.add()))
show('{1}.add([])', lambda: ({1}.add([])))
show('{1}.update(1)', lambda: ({1}.update(1)))
show('{1}.isdisjoint(1)', lambda: ({1}.isdisjoint(1)))
show('{1}.difference(1)', lambda: ({1}.difference(1)))
show('{1}.difference_update(1)', lambda: ({1}.difference_update(1)))
show('{1}.intersection(1)', lambda: ({1}.intersection(1)))
show('{1}.intersection_update(1)', lambda: ({1}.intersection_update(1)))
show('{1}.symmetric_difference(1)', lambda: ({1}.symmetric_difference(1)))
show('{1}.symmetric_difference()', lambda: ({1}.symmetric_difference()))
show('{1}.symmetric_difference_update([[]])', lambda: ({1}.symmetric_difference_update([[]])))
show('hash({1})', lambda: (hash({1})))
show('[] in {1}', lambda: ([] in {1}))
show('{1} in {frozenset([1])}', lambda: ({1} in {frozenset([1])}))
show('{3}&[3]', lambda: ({3}&[3]))
show('{3}-5', lambda: ({3}-5))
show('{3}^5', lambda: ({3}^5))
show("set('a')|5", lambda: (set('a')|5))
show('{1}.__ior__(5)', lambda: ({1}.__ior__(5)))
show('{1}.__le__(5)', lambda: ({1}.__le__(5)))
show('repr(frozenset([1])),repr(set()),repr(frozenset()),repr({1})', lambda: (repr(frozenset([1])),repr(set()),repr(frozenset()),repr({1})))
show('frozenset([1]).copy()', lambda: (frozenset([1]).copy()))
show('{1}.__init__(1,2)', lambda: ({1}.__init__(1,2)))
show('{1}.__init__(x=1)', lambda: ({1}.__init__(x=1)))
show('set().__sizeof__()', lambda: (set().__sizeof__()))
show('{1}.__reduce__()', lambda: ({1}.__reduce__()))
show('frozenset([1]).__reduce__()', lambda: (frozenset([1]).__reduce__()))
show('set.__new__(int)', lambda: (set.__new__(int)))
show('frozenset([1]).add', lambda: (frozenset([1]).add))
