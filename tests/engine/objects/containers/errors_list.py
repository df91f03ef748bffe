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


show('list(1,2)', lambda: (list(1,2)))
show('list(x=1)', lambda: (list(x=1)))
show('list(1)', lambda: (list(1)))
show('[].append()', lambda: ([].append()))
show('[].append(1,2)', lambda: ([].append(1,2)))
show('L+1', lambda: (L+1))
show('L+(1,)', lambda: (L+(1,)))
show("L*'a'", lambda: (L*'a'))
show("'a'*L", lambda: ('a'*L))
show('L[1.0]', lambda: (L[1.0]))
show("L['a']", lambda: (L['a']))
show('L[9]', lambda: (L[9]))
show('L[-4]', lambda: (L[-4]))
show('L.__setitem__(9,1)', lambda: (L.__setitem__(9,1)))
show("L.__setitem__('a',1)", lambda: (L.__setitem__('a',1)))
show('L.__delitem__(9)', lambda: (L.__delitem__(9)))
show("L.__delitem__('a')", lambda: (L.__delitem__('a')))
show('[].pop()', lambda: ([].pop()))
show('[1].pop(5)', lambda: ([1].pop(5)))
show("[1].pop('a')", lambda: ([1].pop('a')))
show('[1].pop(2**70)', lambda: ([1].pop(2**70)))
show("[1].insert('a',1)", lambda: ([1].insert('a',1)))
show('[1].insert(1)', lambda: ([1].insert(1)))
show('[1].remove(4)', lambda: ([1].remove(4)))
show('[1].index(4)', lambda: ([1].index(4)))
show('[1].index()', lambda: ([1].index()))
show('[1].index(1,2,3,4)', lambda: ([1].index(1,2,3,4)))
show("[1].index(1,'a')", lambda: ([1].index(1,'a')))
show('[1].index(1,None)', lambda: ([1].index(1,None)))
show('[1].count()', lambda: ([1].count()))
show('[1,2].sort(1)', lambda: ([1,2].sort(1)))
show('[1,2].sort(foo=1)', lambda: ([1,2].sort(foo=1)))
show("[1,2].sort(reverse='a')", lambda: ([1,2].sort(reverse='a')))
show("[1,'a'].sort()", lambda: ([1,'a'].sort()))
show('[1].extend(1)', lambda: ([1].extend(1)))
show('[1].extend()', lambda: ([1].extend()))
show('L.__iadd__(1)', lambda: (L.__iadd__(1)))
show('L[::0]', lambda: (L[::0]))
show('L.__setitem__(slice(None,None,0),[1])', lambda: (L.__setitem__(slice(None,None,0),[1])))
show('L.__setitem__(slice(None,None,2),[1])', lambda: (L.__setitem__(slice(None,None,2),[1])))
show('L.__setitem__(slice(None,None,2),1)', lambda: (L.__setitem__(slice(None,None,2),1)))
show('L.__setitem__(slice(None,None),1)', lambda: (L.__setitem__(slice(None,None),1)))
show("L.__getitem__(slice('a',2))", lambda: (L.__getitem__(slice('a',2))))
show('L<1', lambda: (L<1))
show('L<(1,)', lambda: (L<(1,)))
show('hash(L)', lambda: (hash(L)))
show('[1].sort.__self__', lambda: ([1].sort.__self__))
show('sorted([3,1,2],key=1)', lambda: (sorted([3,1,2],key=1)))
show('sorted([3,1,2],key=None,reverse=True)', lambda: (sorted([3,1,2],key=None,reverse=True)))
show('[1].copy(1)', lambda: ([1].copy(1)))
show('[1].reverse(1)', lambda: ([1].reverse(1)))
show('[1].clear(1)', lambda: ([1].clear(1)))
show('[1].__init__(1,2)', lambda: ([1].__init__(1,2)))
show('[1].__init__(x=1)', lambda: ([1].__init__(x=1)))
show('list.__new__(int)', lambda: (list.__new__(int)))
show('L.__len__(1)', lambda: (L.__len__(1)))
show('L.__getitem__()', lambda: (L.__getitem__()))
show('L.__contains__()', lambda: (L.__contains__()))
show("L.__mul__('a')", lambda: (L.__mul__('a')))
show("L.__imul__('a')", lambda: (L.__imul__('a')))
show('L.__mul__(2**70)', lambda: (L.__mul__(2**70)))
show('[1]*(2**62)', lambda: ([1]*(2**62)))
show('[1]*(2**70)', lambda: ([1]*(2**70)))
show('[].__sizeof__()', lambda: ([].__sizeof__()))
