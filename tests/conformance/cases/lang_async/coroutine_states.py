import gc, weakref
class Aw:
    def __await__(self): return (yield 'paused')
def state(c): return c.cr_running, c.cr_frame is not None, c.cr_await is not None
async def inner(): return await Aw()
async def outer():
    print('inside', state(me))
    r = await inner()
    return r + 1
me = outer()
print(me.__name__, me.__qualname__, type(me).__name__, me.cr_code.co_name, me.cr_origin)
print(repr(me).split(' at ')[0], state(me))
print(me.send(None), state(me), me.cr_await.__name__, type(me.cr_await.cr_await).__name__)
try: me.send(41)
except StopIteration as e: print(e.value, state(me), me.cr_code.co_name)
try: me.send(None)
except RuntimeError as e: print(e)
try: me.throw(KeyError)
except RuntimeError as e: print(e)
print(me.close())
print(hasattr(me, '__await__'), hasattr(me, '__iter__'), hasattr(me, '__next__'))
c = outer.__code__
print(bool(c.co_flags & 0x80), bool(inner.__code__.co_flags & 0x20))
async def again():
    try: self.send(None)
    except ValueError as e: print(e)
self = again()
try: self.send(None)
except StopIteration: pass
w = inner().__await__()
print(type(w).__name__, iter(w) is w, next(w))
try: w.send(3)
except StopIteration as e: print(e.value)
c = inner(); c.send(None)
c.__name__ = 'renamed'; c.__qualname__ = 'q.renamed'
print(repr(c).split(' at ')[0])
try: c.__name__ = 1
except TypeError as e: print(e)
r = weakref.ref(c)
del c
print(r())
async def cycle():
    keep = holder
    await Aw()
gc.collect()
holder = []
c = cycle(); c.send(None); holder.append(c)
r = weakref.ref(c)
del c, holder
print(r() is not None, gc.collect(), r())
async def f(a, *, b=2): return a, b
try: f()
except TypeError as e: print(e)
try: f(1, b=3).send(None)
except StopIteration as e: print(e.value)
