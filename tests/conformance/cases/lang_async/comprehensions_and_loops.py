class Aw:
    def __init__(self, v): self.v = v
    def __await__(self):
        r = yield self.v
        return self.v
def run(c):
    out = []
    try:
        while True: out.append(c.send(None))
    except StopIteration as e: return out, e.value
async def agen(n):
    for i in range(n):
        await Aw('w%d' % i)
        yield i
async def main():
    print([i async for i in agen(3)])
    print({i async for i in agen(2)}, {i: -i async for i in agen(2)})
    print([await Aw(i) for i in range(3)])
    print([i async for i in agen(4) if i % 2 if await Aw(True)])
    print([(i, j) for i in range(2) async for j in agen(i + 1)])
    g = (i * 2 async for i in agen(2))
    print(type(g).__name__, [i async for i in g])
    x = 'outer'
    print([x async for x in agen(1)], x)
    async for i, in (t async for t in tuples()): print(i, end=' ')
    else: print('else')
    async for i in agen(5):
        if i == 1: continue
        if i == 3: break
        print(i)
    else: print('not here')
    async for i in agen(2):
        async for j in agen(i): print(i, j)
    return [f async for f in fs()][1]()
async def tuples():
    yield (1,)
    yield (2,)
async def fs():
    for k in range(3): yield lambda k=k: k * 10
print(run(main()))
