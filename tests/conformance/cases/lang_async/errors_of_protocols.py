def run(c):
    try:
        while True: c.send(None)
    except StopIteration as e: return e.value
async def coro(): pass
class A:
    def __aiter__(self): return 5
class B:
    def __aiter__(self): return self
    def __anext__(self): return 5
class C:
    async def __aenter__(self): return 1
class D:
    def __aenter__(self): return 1
    def __aexit__(self, *a): return 1
class E:
    def __await__(self): return 5
class F:
    def __await__(self):
        global made
        made = coro()
        return made
class G:
    def __await__(self): raise KeyError('await')
async def awaits(x): await x
async def loops(x):
    async for y in x: pass
async def enters(x):
    async with x: pass
def show(f, x):
    try: run(f(x))
    except Exception as e: print(type(e).__name__, e, '|', repr(e.__cause__))
for x in (1, 'x', None, A(), E(), F(), G(), int, [coro]): show(awaits, x)
made.close()
for x in (5, [1], A(), B()): show(loops, x)
for x in (5, C(), D()): show(enters, x)
c = coro()
run(c)
show(awaits, c)
async def twice(): 
    class W:
        def __await__(self): yield 1
    async def inner(): await W()
    i = inner()
    i.send(None)
    try: await i
    except RuntimeError as e: print(e)
    i.close()
run(twice())
async def stops(): raise StopIteration('s')
show(awaits, stops())
async def gen():
    yield 1
    raise StopAsyncIteration('a')
show(loops, gen())
async def gen2():
    yield 1
    raise StopIteration('g')
show(loops, gen2())
async def just(): pass
j = just()
try: j.send(1)
except TypeError as e: print(e)
j.close()
j = just()
def plain(): yield from j
try: next(plain())
except TypeError as e: print(e)
try:
    for x in j: pass
except TypeError as e: print(e)
j.close()
for src in ('await x', 'def f(): await x', 'async for x in y: pass', 'def f():\n async with x: pass',
            '[x async for x in y]', 'async def f():\n yield 1\n return 2', 'async def f(): yield from x'):
    try: compile(src, 's', 'exec')
    except SyntaxError as e: print(e)
