/**
 * The module asyncio: tasks, futures, gather, sleep, queues and locks on one event loop. What it
 * schedules comes in the order of v3.13.0 Lib/asyncio (base_events.py, tasks.py, futures.py,
 * queues.py, locks.py). The text is our own.
 *
 * NOT CPYTHON: no time passes. A loop with nothing to do moves its clock to the next timer.
 */
export const ASYNCIO = `
from collections import deque
from heapq import heappop, heappush
from types import coroutine as _generator_coroutine, CoroutineType


class CancelledError(BaseException):
    """The Future or Task was cancelled."""


class InvalidStateError(Exception):
    """The operation is not allowed in this state."""


class QueueEmpty(Exception):
    pass


class QueueFull(Exception):
    pass


TimeoutError = TimeoutError
_running = None


class _Loop:
    def __init__(self):
        self._ready = deque()
        self._timers = []
        self._count = 0
        self._now = 0.0
        self._tasks = []
        self._current = None
        self._names = 0

    def time(self):
        return self._now

    def call_soon(self, callback, *args):
        self._ready.append((callback, args))

    def call_later(self, delay, callback, *args):
        self._count += 1
        timer = [self._now + delay, self._count, callback, args]
        heappush(self._timers, timer)
        return timer

    def create_future(self):
        return Future(loop=self)

    def create_task(self, coro, *, name=None):
        return Task(coro, loop=self, name=name)

    def _run_once(self):
        while self._timers and self._timers[0][2] is None:
            heappop(self._timers)
        if not self._ready:
            if not self._timers:
                raise RuntimeError('nothing will ever wake the event loop')
            self._now = max(self._now, self._timers[0][0])
        while self._timers and self._timers[0][0] <= self._now:
            callback, args = heappop(self._timers)[2:]
            if callback is not None:
                self._ready.append((callback, args))
        for _ in range(len(self._ready)):
            callback, args = self._ready.popleft()
            callback(*args)

    def run_until_complete(self, task):
        while not task.done():
            self._run_once()
        return task.result()


def get_running_loop():
    if _running is None:
        raise RuntimeError('no running event loop')
    return _running


get_event_loop = get_running_loop


class Future:
    _kind = 'Future'

    def __init__(self, *, loop=None):
        self._loop = get_running_loop() if loop is None else loop
        self._state = 'PENDING'
        self._result = self._exception = None
        self._callbacks = []

    def __repr__(self):
        text = self._state.lower()
        if self._state == 'FINISHED':
            if self._exception is not None:
                text += f' exception={self._exception!r}'
            else:
                text += f' result={self._result!r}'
        return f'<{type(self).__name__} {text}>'

    def done(self):
        return self._state != 'PENDING'

    def cancelled(self):
        return self._state == 'CANCELLED'

    def cancel(self, msg=None):
        if self.done():
            return False
        self._message = msg
        self._finish('CANCELLED')
        return True

    def _cancelled_error(self):
        message = getattr(self, '_message', None)
        return CancelledError() if message is None else CancelledError(message)

    def result(self):
        if self._state == 'CANCELLED':
            raise self._cancelled_error()
        if self._state == 'PENDING':
            raise InvalidStateError('Result is not set.' if self._kind == 'Task' else 'Result is not ready.')
        if self._exception is not None:
            raise self._exception
        return self._result

    def exception(self):
        if self._state == 'CANCELLED':
            raise self._cancelled_error()
        if self._state == 'PENDING':
            raise InvalidStateError('Exception is not set.')
        return self._exception

    def set_result(self, result):
        if self.done():
            raise InvalidStateError(f'{self._state}: {self!r}')
        self._result = result
        self._finish('FINISHED')

    def set_exception(self, exception):
        if self.done():
            raise InvalidStateError(f'{self._state}: {self!r}')
        if isinstance(exception, type):
            exception = exception()
        self._exception = exception
        self._finish('FINISHED')

    def _finish(self, state):
        self._state = state
        callbacks, self._callbacks = self._callbacks, []
        for callback in callbacks:
            self._loop.call_soon(callback, self)

    def add_done_callback(self, callback):
        if self.done():
            self._loop.call_soon(callback, self)
        else:
            self._callbacks.append(callback)

    def remove_done_callback(self, callback):
        kept = [c for c in self._callbacks if c != callback]
        removed = len(self._callbacks) - len(kept)
        self._callbacks = kept
        return removed

    def __await__(self):
        if not self.done():
            yield self
        if not self.done():
            raise RuntimeError("await wasn't used with future")
        return self.result()

    __iter__ = __await__


class Task(Future):
    _kind = 'Task'

    def __init__(self, coro, *, loop=None, name=None):
        super().__init__(loop=loop)
        if not hasattr(coro, 'send'):
            raise TypeError(f'a coroutine was expected, got {coro!r}')
        loop = self._loop
        if name is None:
            loop._names += 1
            name = f'Task-{loop._names}'
        self._name = str(name)
        self._coro = coro
        self._waits = None
        self._must_cancel = False
        self._cancelling = 0
        loop._tasks.append(self)
        loop.call_soon(self._step)

    def get_name(self):
        return self._name

    def set_name(self, name):
        self._name = str(name)

    def get_coro(self):
        return self._coro

    def cancelling(self):
        return self._cancelling

    def uncancel(self):
        if self._cancelling:
            self._cancelling -= 1
        return self._cancelling

    def __repr__(self):
        return f'<Task {self._state.lower()} name={self._name!r} coro={self._coro!r}>'

    def cancel(self, msg=None):
        if self.done():
            return False
        self._cancelling += 1
        self._message = msg
        if self._waits is None or not self._waits.cancel(msg):
            self._must_cancel = True
        return True

    def _step(self, exception=None):
        if self.done():
            return
        if self._must_cancel:
            if not isinstance(exception, CancelledError):
                exception = self._cancelled_error()
            self._must_cancel = False
        loop = self._loop
        self._waits = None
        outer, loop._current = loop._current, self
        try:
            if exception is None:
                waits = self._coro.send(None)
            else:
                waits = self._coro.throw(exception)
        except StopIteration as stop:
            if self._must_cancel:
                self._must_cancel = False
                self._end('CANCELLED')
            else:
                self._result = stop.value
                self._end('FINISHED')
        except CancelledError:
            self._end('CANCELLED')
        except (KeyboardInterrupt, SystemExit) as error:
            self._exception = error
            self._end('FINISHED')
            raise
        except BaseException as error:
            self._exception = error
            self._end('FINISHED')
        else:
            self._wait_for(waits)
        finally:
            loop._current = outer

    def _end(self, state):
        self._loop._tasks.remove(self)
        self._finish(state)

    def _wait_for(self, waits):
        loop = self._loop
        if waits is None:
            loop.call_soon(self._step)
        elif waits is self:
            loop.call_soon(self._step, RuntimeError(f'Task cannot await on itself: {self!r}'))
        elif isinstance(waits, Future):
            waits.add_done_callback(self._wake_up)
            self._waits = waits
            if self._must_cancel and waits.cancel():
                self._must_cancel = False
        else:
            loop.call_soon(self._step, RuntimeError(f'Task got bad yield: {waits!r}'))

    def _wake_up(self, future):
        try:
            future.result()
        except BaseException as error:
            self._step(error)
        else:
            self._step()


def create_task(coro, *, name=None):
    return get_running_loop().create_task(coro, name=name)


def current_task():
    return get_running_loop()._current


def all_tasks():
    return set(get_running_loop()._tasks)


def iscoroutine(obj):
    return type(obj) is CoroutineType


def iscoroutinefunction(func):
    code = getattr(func, '__code__', None)
    return code is not None and bool(code.co_flags & 0x80)


def isfuture(obj):
    return isinstance(obj, Future)


def ensure_future(obj):
    if isinstance(obj, Future):
        return obj
    if hasattr(obj, 'send'):
        return create_task(obj)
    if hasattr(obj, '__await__'):
        async def wrap():
            return await obj
        return create_task(wrap())
    raise TypeError('An asyncio.Future, a coroutine or an awaitable is required')


@_generator_coroutine
def _once():
    yield


async def sleep(delay, result=None):
    if delay <= 0:
        await _once()
        return result
    loop = get_running_loop()
    future = loop.create_future()

    def wake():
        if not future.done():
            future.set_result(result)
    timer = loop.call_later(delay, wake)
    try:
        return await future
    finally:
        timer[2] = None


class _Gathering(Future):
    def __init__(self, children, loop):
        super().__init__(loop=loop)
        self._children = children

    def cancel(self, msg=None):
        if self.done():
            return False
        return any([child.cancel(msg) for child in self._children])


def gather(*awaitables, return_exceptions=False):
    if not awaitables:
        outer = get_running_loop().create_future()
        outer.set_result([])
        return outer
    made = {}
    children = []
    for awaitable in awaitables:
        if id(awaitable) not in made:
            made[id(awaitable)] = ensure_future(awaitable)
        children.append(made[id(awaitable)])
    waiting = len(made)
    outer = _Gathering(list(made.values()), get_running_loop())

    def done(child):
        nonlocal waiting
        waiting -= 1
        if outer.done():
            return
        if not return_exceptions:
            if child.cancelled():
                outer.set_exception(child._cancelled_error())
                return
            if child.exception() is not None:
                outer.set_exception(child.exception())
                return
        if waiting == 0:
            results = []
            for child in children:
                if child.cancelled():
                    results.append(child._cancelled_error())
                else:
                    error = child.exception()
                    results.append(child.result() if error is None else error)
            outer.set_result(results)
    for child in made.values():
        child.add_done_callback(done)
    return outer


class timeout:
    def __init__(self, delay):
        self._delay = delay
        self._timer = None
        self._expired = False

    def expired(self):
        return self._expired

    def _expire(self):
        self._expired = True
        self._task.cancel()

    async def __aenter__(self):
        loop = get_running_loop()
        self._task = loop._current
        if self._delay is not None:
            self._timer = loop.call_later(self._delay, self._expire)
        return self

    async def __aexit__(self, type, value, traceback):
        if self._timer is not None:
            self._timer[2] = None
        if self._expired and self._task.uncancel() <= 0 and type is not None:
            if issubclass(type, CancelledError):
                raise TimeoutError from value


async def wait_for(awaitable, delay):
    async with timeout(delay):
        return await awaitable


class TaskGroup:
    async def __aenter__(self):
        self._parent = current_task()
        self._tasks = set()
        self._errors = []
        self._aborting = self._exiting = self._parent_cancelled = False
        self._waiter = None
        return self

    def create_task(self, coro, *, name=None):
        task = create_task(coro, name=name)
        self._tasks.add(task)
        task.add_done_callback(self._done)
        return task

    def _abort(self):
        self._aborting = True
        for task in self._tasks:
            if not task.done():
                task.cancel()

    def _done(self, task):
        self._tasks.discard(task)
        if self._waiter is not None and not self._tasks and not self._waiter.done():
            self._waiter.set_result(True)
        if task.cancelled() or task.exception() is None:
            return
        self._errors.append(task.exception())
        if not self._aborting and not self._parent_cancelled:
            self._abort()
            self._parent_cancelled = True
            self._parent.cancel()

    async def __aexit__(self, type, value, traceback):
        cancelled = value if type is not None and issubclass(type, CancelledError) else None
        if self._parent_cancelled and self._parent.uncancel() == 0:
            cancelled = None
        if type is not None and not self._aborting:
            self._abort()
        while self._tasks:
            self._waiter = get_running_loop().create_future()
            try:
                await self._waiter
            except CancelledError as error:
                if not self._aborting:
                    cancelled = error
                    self._abort()
            self._waiter = None
        if self._parent_cancelled and self._parent._cancelling:
            self._parent.uncancel()
        if cancelled is not None and not self._errors:
            raise cancelled
        if type is not None and not issubclass(type, CancelledError):
            self._errors.append(value)
        if self._errors:
            raise BaseExceptionGroup('unhandled errors in a TaskGroup', self._errors) from None


class Event:
    def __init__(self):
        self._set = False
        self._waiters = deque()

    def is_set(self):
        return self._set

    def set(self):
        if not self._set:
            self._set = True
            for waiter in self._waiters:
                if not waiter.done():
                    waiter.set_result(True)

    def clear(self):
        self._set = False

    async def wait(self):
        if self._set:
            return True
        waiter = get_running_loop().create_future()
        self._waiters.append(waiter)
        try:
            await waiter
            return True
        finally:
            self._waiters.remove(waiter)


class Semaphore:
    def __init__(self, value=1):
        if value < 0:
            raise ValueError('Semaphore initial value must be >= 0')
        self._value = value
        self._waiters = deque()

    async def __aenter__(self):
        await self.acquire()

    async def __aexit__(self, type, value, traceback):
        self.release()

    def locked(self):
        return self._value == 0 or any(not w.cancelled() for w in self._waiters)

    async def acquire(self):
        if not self.locked():
            self._value -= 1
            return True
        waiter = get_running_loop().create_future()
        self._waiters.append(waiter)
        try:
            try:
                await waiter
            finally:
                self._waiters.remove(waiter)
        except CancelledError:
            if waiter.done() and not waiter.cancelled():
                self._value += 1
            raise
        finally:
            while self._value > 0 and self._wake_next():
                pass
        return True

    def _wake_next(self):
        for waiter in self._waiters:
            if not waiter.done():
                self._value -= 1
                waiter.set_result(True)
                return True
        return False

    def release(self):
        self._value += 1
        self._wake_next()


class Lock(Semaphore):
    def __init__(self):
        super().__init__(1)

    def locked(self):
        return self._value == 0

    async def acquire(self):
        if self._value == 1 and all(w.cancelled() for w in self._waiters):
            self._value = 0
            return True
        waiter = get_running_loop().create_future()
        self._waiters.append(waiter)
        try:
            try:
                await waiter
            finally:
                self._waiters.remove(waiter)
        except CancelledError:
            if self._value == 1:
                self._wake_first()
            raise
        self._value = 0
        return True

    def _wake_first(self):
        if self._waiters and not self._waiters[0].done():
            self._waiters[0].set_result(True)

    def release(self):
        if self._value == 1:
            raise RuntimeError('Lock is not acquired.')
        self._value = 1
        self._wake_first()


class Queue:
    def __init__(self, maxsize=0):
        self._maxsize = maxsize
        self._items = deque()
        self._getters = deque()
        self._putters = deque()
        self._unfinished = 0
        self._finished = Event()
        self._finished.set()

    maxsize = property(lambda self: self._maxsize)

    def qsize(self):
        return len(self._items)

    def empty(self):
        return not self._items

    def full(self):
        return 0 < self._maxsize <= len(self._items)

    def _pop(self):
        return self._items.popleft()

    def _push(self, item):
        self._items.append(item)

    def _wake(self, waiters):
        while waiters:
            waiter = waiters.popleft()
            if not waiter.done():
                waiter.set_result(None)
                break

    async def _wait(self, waiters, ready):
        waiter = get_running_loop().create_future()
        waiters.append(waiter)
        try:
            await waiter
        except BaseException:
            waiter.cancel()
            if waiter in waiters:
                waiters.remove(waiter)
            if ready() and not waiter.cancelled():
                self._wake(waiters)
            raise

    async def put(self, item):
        while self.full():
            await self._wait(self._putters, lambda: not self.full())
        return self.put_nowait(item)

    def put_nowait(self, item):
        if self.full():
            raise QueueFull
        self._push(item)
        self._unfinished += 1
        self._finished.clear()
        self._wake(self._getters)

    async def get(self):
        while self.empty():
            await self._wait(self._getters, lambda: not self.empty())
        return self.get_nowait()

    def get_nowait(self):
        if self.empty():
            raise QueueEmpty
        item = self._pop()
        self._wake(self._putters)
        return item

    def task_done(self):
        if self._unfinished <= 0:
            raise ValueError('task_done() called too many times')
        self._unfinished -= 1
        if self._unfinished == 0:
            self._finished.set()

    async def join(self):
        if self._unfinished > 0:
            await self._finished.wait()


class LifoQueue(Queue):
    def _pop(self):
        return self._items.pop()


class PriorityQueue(Queue):
    def __init__(self, maxsize=0):
        super().__init__(maxsize)
        self._items = []

    def _pop(self):
        return heappop(self._items)

    def _push(self, item):
        heappush(self._items, item)


def run(main, *, debug=None):
    global _running
    if _running is not None:
        raise RuntimeError('asyncio.run() cannot be called from a running event loop')
    if not iscoroutine(main):
        if hasattr(run, '__annotate__'):
            raise TypeError('An asyncio.Future, a coroutine or an awaitable is required')
        raise ValueError(f'a coroutine was expected, got {main!r}')
    loop = _running = _Loop()
    try:
        return loop.run_until_complete(loop.create_task(main))
    finally:
        try:
            left = list(loop._tasks)
            for task in left:
                task.cancel()
            while not all(task.done() for task in left):
                loop._run_once()
        finally:
            _running = None


__all__ = [n for n in globals() if not n.startswith('_')]
`;
