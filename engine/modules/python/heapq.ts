/**
 * The module heapq: what v3.13.0 Lib/heapq.py does.
 * The text is our own.
 */
export const HEAPQ = `
from _heapq import (heappush, heappop, heapify, heapreplace, heappushpop,
                    _heappop_max, _heapreplace_max, _heapify_max)

__all__ = ['heappush', 'heappop', 'heapify', 'heapreplace', 'merge',
           'nlargest', 'nsmallest', 'heappushpop']


def merge(*iterables, key=None, reverse=False):
    '''Merge multiple sorted inputs into a single sorted output.'''
    h = []
    if reverse:
        _heapify, _heappop, _heapreplace, direction = (
            _heapify_max, _heappop_max, _heapreplace_max, -1)
    else:
        _heapify, _heappop, _heapreplace, direction = heapify, heappop, heapreplace, 1
    for order, it in enumerate(map(iter, iterables)):
        try:
            next = it.__next__
            value = next()
            h.append([value if key is None else key(value), order * direction, next, value])
        except StopIteration:
            pass
    _heapify(h)
    while len(h) > 1:
        try:
            while True:
                s = h[0]
                yield s[3]
                s[3] = value = s[2]()
                s[0] = value if key is None else key(value)
                _heapreplace(h, s)
        except StopIteration:
            _heappop(h)
    if h:
        _, _, next, value = h[0]
        yield value
        yield from next.__self__


def _best(n, iterable, key, compare, worst_first, replace, direction):
    it = iter(iterable)
    result = []
    for i, elem in zip(range(0, n * direction, direction), it):
        result.append((elem if key is None else key(elem), i, elem))
    if not result:
        return result
    worst_first(result)
    top, order = result[0][0], n * direction
    for elem in it:
        k = elem if key is None else key(elem)
        if compare(k, top):
            replace(result, (k, order, elem))
            top = result[0][0]
            order += direction
    result.sort(reverse=direction < 0)
    return [elem for _, _, elem in result]


def nsmallest(n, iterable, key=None):
    """Find the n smallest elements in a dataset."""
    if n == 1:
        it = iter(iterable)
        sentinel = object()
        result = min(it, default=sentinel, key=key)
        return [] if result is sentinel else [result]
    try:
        size = len(iterable)
    except (TypeError, AttributeError):
        pass
    else:
        if n >= size:
            return sorted(iterable, key=key)[:n]
    return _best(n, iterable, key, lambda k, top: k < top, _heapify_max, _heapreplace_max, 1)


def nlargest(n, iterable, key=None):
    """Find the n largest elements in a dataset."""
    if n == 1:
        it = iter(iterable)
        sentinel = object()
        result = max(it, default=sentinel, key=key)
        return [] if result is sentinel else [result]
    try:
        size = len(iterable)
    except (TypeError, AttributeError):
        pass
    else:
        if n >= size:
            return sorted(iterable, key=key, reverse=True)[:n]
    return _best(n, iterable, key, lambda k, top: top < k, heapify, heapreplace, -1)
`;
