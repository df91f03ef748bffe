"""Objects behind a view: what holds what, for how long, and how large it is."""
import array
import gc
import sys
import weakref

gc.collect()


def references(p):
    return sys.getrefcount(p) - 2


base = bytearray(b"0123456789")
before = references(base)
v = memoryview(base)
(loan,) = gc.get_referents(v)
print(type(loan).__name__, sys.getsizeof(loan), type(loan).__basicsize__, gc.is_tracked(loan))
print(sys.getsizeof(v), memoryview.__basicsize__, memoryview.__itemsize__, gc.is_tracked(v))
print(gc.get_referents(loan) == [base], v.obj is base, references(base) - before, references(loan))
parts = [v[2:5], v[::-1], v.cast("b"), v.toreadonly(), memoryview(v)]
print([gc.get_referents(p)[0] is loan for p in parts], references(base) - before, references(loan))
print([p.obj is base for p in parts], [sys.getsizeof(p) for p in parts])
print(sys.getsizeof(v[:8].cast("B", [2, 4])), sys.getsizeof(v[:8].cast("B", [2, 2, 2])))
v.release()
print(references(base) - before, parts[0].tobytes(), sys.getsizeof(v), gc.is_tracked(loan))
for p in parts:
    p.release()
print(references(base) - before, gc.get_referents(loan), gc.is_tracked(loan), references(loan))
base.append(1)
del parts, p
print(references(loan))
del v, loan

for source in b"abc", bytearray(b"abc"), array.array("h", [1, 2]):
    held = references(source)
    with memoryview(source) as w:
        print(references(source) - held, w.readonly, w.format)
    print(references(source) - held)

base = bytearray(100)
held = references(base)
for i in range(300):
    view = memoryview(base)
    list(view[::3])
    view[1:3] = b"xy"
    view == base, view == view[:], view.tolist(), bytes(view)
    try:
        view[100]
    except IndexError:
        pass
del view
print(references(base) - held)


class Holder(bytearray):
    pass


holder = Holder(b"abc")
holder.view = memoryview(holder)
ref = weakref.ref(holder)
view_ref = weakref.ref(holder.view)
print(gc.collect(), ref() is holder, view_ref() is holder.view)
del holder
print(gc.collect() > 0, ref(), view_ref())

view = memoryview(b"ab")
ref = weakref.ref(view, lambda r: print("gone", r() is None))
del view
it = iter(memoryview(bytearray(b"abc")))
print(type(it).__name__, sys.getsizeof(it), gc.is_tracked(it), next(it), list(it), list(it))
