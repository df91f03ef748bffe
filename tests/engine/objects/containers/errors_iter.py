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


show('iter([]).__length_hint__()', lambda: (iter([]).__length_hint__()))
show("iter([1,2]).__setstate__('a')", lambda: (iter([1,2]).__setstate__('a')))
show('iter([1,2]).__reduce__()', lambda: (iter([1,2]).__reduce__()))
show('iter((1,2)).__reduce__()', lambda: (iter((1,2)).__reduce__()))
show('iter({1:2}).__reduce__()', lambda: (iter({1:2}).__reduce__()))
show('reversed([1,2]).__reduce__()', lambda: (reversed([1,2]).__reduce__()))
show('reversed(D)', lambda: (reversed(D)))
show('reversed(D.values())', lambda: (reversed(D.values())))
show('reversed(D.keys())', lambda: (reversed(D.keys())))
show('reversed({1})', lambda: (reversed({1})))
show('iter(5,5)', lambda: (iter(5,5)))
show('iter(5)', lambda: (iter(5)))
show('iter(L,5)', lambda: (iter(L,5)))
show('next(iter([]))', lambda: (next(iter([]))))
show('sys.getsizeof(iter([])),sys.getsizeof(iter(())),sys.getsizeof(iter({})),sys.getsizeof(iter({}.items()))', lambda: (sys.getsizeof(iter([])),sys.getsizeof(iter(())),sys.getsizeof(iter({})),sys.getsizeof(iter({}.items()))))
show('sys.getsizeof({}.keys()),sys.getsizeof(reversed([])),sys.getsizeof(iter(set())),sys.getsizeof(iter(int,1)),sys.getsizeof(type.__dict__)', lambda: (sys.getsizeof({}.keys()),sys.getsizeof(reversed([])),sys.getsizeof(iter(set())),sys.getsizeof(iter(int,1)),sys.getsizeof(type.__dict__)))
show('[1,2,3].__reversed__()', lambda: ([1,2,3].__reversed__()))
show('type(iter([]))()', lambda: (type(iter([]))()))
show('type(iter({}))()', lambda: (type(iter({}))()))
show('max([])', lambda: (max([])))
