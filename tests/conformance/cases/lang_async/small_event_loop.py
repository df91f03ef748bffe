from collections import deque
class Sleep:
    def __init__(self, n): self.n = n
    def __await__(self):
        for i in range(self.n): yield
        return self.n
class Future:
    def __init__(self): self.done, self.result, self.waiters = False, None, []
    def set(self, r):
        self.done, self.result = True, r
    def __await__(self):
        while not self.done: yield
        return self.result
class Task(Future):
    def __init__(self, coro): super().__init__(); self.coro = coro; ready.append(self)
    def step(self):
        try: self.coro.send(None)
        except StopIteration as e: self.set(e.value)
        else: ready.append(self)
ready = deque()
def run(coro):
    main = Task(coro)
    steps = 0
    while not main.done:
        ready.popleft().step(); steps += 1
    return main.result, steps
class Queue:
    def __init__(self): self.items, self.closed = deque(), False
    def put(self, x): self.items.append(x)
    def __aiter__(self): return self
    async def __anext__(self):
        while not self.items:
            if self.closed: raise StopAsyncIteration
            await Sleep(1)
        return self.items.popleft()
async def producer(q, n):
    for i in range(n):
        await Sleep(i)
        print('put', i)
        q.put(i)
    q.closed = True
async def consumer(name, q):
    total = 0
    async for x in q:
        print(name, x)
        total += x
    return name, total
async def numbers(n):
    for i in range(n):
        yield await Sleep(i)
async def main():
    q = Queue()
    tasks = [Task(consumer('A', q)), Task(consumer('B', q)), Task(producer(q, 5))]
    print([await t for t in tasks])
    print([x async for x in numbers(4)], sum([x async for x in numbers(5)]))
    f = Future()
    async def later(): await Sleep(2); f.set('set')
    Task(later())
    return await f
print(run(main()))
