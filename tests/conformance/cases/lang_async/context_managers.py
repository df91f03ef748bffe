class Aw:
    def __await__(self): yield 'tick'
class M:
    def __init__(self, name, swallow=()): self.name, self.swallow = name, swallow
    async def __aenter__(self): await Aw(); print('in', self.name); return self
    async def __aexit__(self, t, v, tb):
        await Aw()
        print('out', self.name, t and t.__name__, v, tb is not None)
        return t is not None and issubclass(t, self.swallow)
def run(c):
    n = 0
    try:
        while True: c.send(None); n += 1
    except StopIteration as e: return n, e.value
async def main():
    async with M('a') as a, M('b') as b: print(a.name + b.name)
    async with M('c', KeyError): raise KeyError(1)
    try:
        async with M('d', KeyError), M('e'): raise ValueError('v')
    except ValueError as e: print(repr(e), e.__context__)
    for i in range(3):
        async with M(i):
            if i == 1: break
            continue
    async def f():
        async with M('f'): return 'returned'
    print(await f())
    try:
        async with M('g'):
            try: raise KeyError('first')
            finally: raise IndexError('second')
    except IndexError as e: print(repr(e.__context__))
    async with M('h', Exception):
        async with M('i'): 1 / 0
    class Bad(M):
        async def __aenter__(self): raise OSError('enter')
    try:
        async with M('j'), Bad('k'): print('no')
    except OSError as e: print(e)
    class Worse(M):
        async def __aexit__(self, *a): raise LookupError('exit')
    try:
        async with Worse('l'): raise KeyError('body')
    except LookupError as e: print(repr(e), repr(e.__context__))
    return 'done'
print(run(main()))
c = main(); c.send(None); c.send(None)
try: c.throw(SystemError('thrown'))
except SystemError as e: print(repr(e))
