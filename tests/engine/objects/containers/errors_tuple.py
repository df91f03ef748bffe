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


show('tuple(1)', lambda: (tuple(1)))
show('tuple(1,2)', lambda: (tuple(1,2)))
show('tuple(x=1)', lambda: (tuple(x=1)))
show('(1,)+[1]', lambda: ((1,)+[1]))
show('(1,)*1.0', lambda: ((1,)*1.0))
show("(1,)['a']", lambda: ((1,)['a']))
show('(1,)[3]', lambda: ((1,)[3]))
show('(1,).index(3)', lambda: ((1,).index(3)))
show('(1,).index()', lambda: ((1,).index()))
show('(1,).count()', lambda: ((1,).count()))
show('(1,)<3', lambda: ((1,)<3))
show('hash(([],))', lambda: (hash(([],))))
show('(1,2).__getnewargs__()', lambda: ((1,2).__getnewargs__()))
show('().__sizeof__()', lambda: (().__sizeof__()))
show('(1,)*(2**62)', lambda: ((1,)*(2**62)))
show('tuple.__new__(int)', lambda: (tuple.__new__(int)))
show('tuple.__new__(5)', lambda: (tuple.__new__(5)))
show('tuple.__new__()', lambda: (tuple.__new__()))
show('(1,2,3)[::0]', lambda: ((1,2,3)[::0]))
show('(1,2,3).__getitem__(None)', lambda: ((1,2,3).__getitem__(None)))
