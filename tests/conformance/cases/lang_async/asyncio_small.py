import asyncio
async def worker(name, n, out):
    for i in range(n):
        out.append(f'{name}{i}')
        await asyncio.sleep(0)
    return name
async def fails(d):
    await asyncio.sleep(d); raise ValueError(d)
async def slow(d, r):
    try:
        await asyncio.sleep(d); return r
    except asyncio.CancelledError:
        print('cancelled', r); raise
async def main():
    out = []
    print(await asyncio.gather(worker('a', 3, out), worker('b', 2, out), worker('c', 1, out)))
    print(out)
    t = asyncio.create_task(worker('t', 2, out), name='T')
    print(t.get_name(), t.done(), asyncio.current_task().get_name())
    print(await t, t.done(), t.result())
    print(await asyncio.gather(slow(.03, 1), slow(.01, 2), slow(.02, 3)))
    print(await asyncio.gather(fails(.01), slow(.005, 'x'), return_exceptions=True))
    try: await asyncio.gather(fails(.01), slow(.02, 'y'))
    except ValueError as e: print('ValueError', e)
    await asyncio.sleep(.03)
    t = asyncio.create_task(slow(10, 'z')); await asyncio.sleep(0)
    t.cancel()
    try: await t
    except asyncio.CancelledError: print(t.cancelled())
    try: await asyncio.wait_for(slow(10, 'w'), .01)
    except asyncio.TimeoutError as e: print('timeout', repr(e))
    try:
        async with asyncio.timeout(.01): await asyncio.sleep(1)
    except TimeoutError: print('timeout 2')
    q = asyncio.Queue(2)
    log = []
    async def prod():
        for i in range(5): await q.put(i); log.append(('put', i))
    async def cons():
        while True:
            x = await q.get(); log.append(('got', x)); q.task_done()
    c = asyncio.create_task(cons()); await prod(); await q.join(); c.cancel()
    print(log, q.empty(), q.full(), q.qsize())
    e = asyncio.Event()
    async def waits(i): await e.wait(); return i
    ts = [asyncio.create_task(waits(i)) for i in range(3)]
    await asyncio.sleep(0); e.set(); print([await t for t in ts], e.is_set())
    lock = asyncio.Lock(); order = []
    async def locked(i):
        async with lock:
            order.append(i); await asyncio.sleep(.001); order.append(-i)
    await asyncio.gather(*(locked(i) for i in range(1, 4))); print(order, lock.locked())
    sem = asyncio.Semaphore(2); order = []
    async def semd(i):
        async with sem: order.append(i); await asyncio.sleep(.02 * i); order.append(-i)
    await asyncio.gather(*(semd(i) for i in range(1, 5))); print(order)
    try:
        async with asyncio.TaskGroup() as tg:
            a = tg.create_task(slow(.01, 'ok')); b = tg.create_task(fails(.02)); d = tg.create_task(slow(5, 'sib'))
    except* ValueError as eg: print(repr(eg), a.result(), b.done(), d.cancelled())
    async with asyncio.TaskGroup() as tg:
        a = tg.create_task(slow(.01, 'ok')); b = tg.create_task(slow(.02, 'ok2'))
    print(a.result(), b.result())
    f = asyncio.get_running_loop().create_future()
    asyncio.get_running_loop().call_soon(f.set_result, 'fut')
    print(await f)
    print(asyncio.iscoroutinefunction(main), asyncio.iscoroutine(5))
    asyncio.create_task(slow(100, 'left over')); await asyncio.sleep(0)
    return 'end'
print(asyncio.run(main()))
try: asyncio.run(fails(0))
except ValueError as e: print(repr(e))
try: asyncio.run(5)
except (ValueError, TypeError) as e: print(e)
