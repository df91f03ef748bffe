class Aw:
    def __init__(self, v): self.v = v
    def __await__(self): return (yield self.v)
def run(c):
    out = []
    try:
        while True: out.append(c.send(None))
    except StopIteration as e: return out, e.value
async def agen(n):
    try:
        for i in range(n):
            x = yield i
            if x: print('got', x)
            await Aw(i)
    except ValueError as e:
        print('caught', e); yield 'handled'
    finally:
        print('finally')
        await Aw('fin')
async def main():
    a = agen(3)
    print(await a.asend(None), await a.asend('hi'))
    print(await a.athrow(ValueError('boo')))
    try: await a.__anext__()
    except StopAsyncIteration as e: print(repr(e), a.ag_frame)
    await a.aclose()
    b = agen(3)
    await b.__anext__()
    print(b.ag_running, b.ag_await, b.ag_frame.f_locals['i'], b.ag_code.co_name)
    await b.aclose()
    await b.aclose()
    try: await b.__anext__()
    except StopAsyncIteration: print('closed')
    c = agen(1)
    await c.aclose()
    print('never ran')
    d = agen(2)
    await d.__anext__()
    try: await d.athrow(KeyError('k'))
    except KeyError as e: print(repr(e))
    return 'end'
print(run(main()))
async def ignores():
    while True:
        try: yield 1
        except GeneratorExit: print('ignored')
        if stop: return
stop = False
async def close_it():
    global stop
    g = ignores()
    await g.__anext__()
    try: await g.aclose()
    except RuntimeError as e: print(e)
    stop = True
    try: await g.__anext__()
    except StopAsyncIteration: print('stopped')
run(close_it())
async def stepwise():
    g = agen(2)
    s = g.asend(None)
    print(type(s).__name__, type(g.aclose).__name__, iter(s) is s)
    try: s.send(None)
    except StopIteration as e: print('yielded', e.value)
    try: s.send(None)
    except RuntimeError as e: print(type(e).__name__)
    s = g.asend('x')
    print('passes', s.send(None))
    try: print(s.throw(ValueError('into')))
    except StopIteration as e: print('yielded', e.value)
    t = g.athrow(KeyError)
    print(t.send(None))
    try: t.send(None)
    except KeyError: print('out')
    await Aw(0)
print(run(stepwise()))
a = agen(1)
print(type(a).__name__, repr(a).split(' at ')[0], a.__name__, aiter_(a) if False else a.__aiter__() is a)
try: a.asend(1).send(None)
except TypeError as e: print(e)
import sys
async def counts():
    o = object()
    before = sys.getrefcount(o)
    async def g():
        yield o
        await Aw(o)
        yield o
    print([x is o async for x in g()], sys.getrefcount(o) - before)
    async for x in g(): pass
    del x
    print(sys.getrefcount(o) - before)
print(len(run(counts())[0]))
