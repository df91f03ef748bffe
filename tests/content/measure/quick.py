"""What the course's numbers are, measured: one name and one number a line.

Runs on every CPython from 2.7 on and on the machine, and must print the same on both.
"""

from __future__ import print_function

import gc
import sys

gc.disable()
new = sys.version_info[0] > 2


def note(name, value):
    print(name, value)


# Sizes, as getsizeof tells them: with the collector's header where there is one.
note('object', object().__sizeof__())
note('list', sys.getsizeof([]))
note('list.object', [].__sizeof__())
note('gc-header', sys.getsizeof([]) - [].__sizeof__())
note('list.place', sys.getsizeof([None]) - sys.getsizeof([]))
note('table.10', sys.getsizeof([None] * 10) - sys.getsizeof([]))
note('table.600', sys.getsizeof([None] * 600) - sys.getsizeof([]))
note('table.1000', sys.getsizeof([None] * 1000) - sys.getsizeof([]))
note('table.5000', sys.getsizeof([None] * 5000) - sys.getsizeof([]))
note('table.100000', sys.getsizeof([None] * 100000) - sys.getsizeof([]))

# For how many items a list has room that grows one by one.
grown, rooms = [], []
while len(rooms) < 4:
    grown.append(None)
    room = (sys.getsizeof(grown) - sys.getsizeof([])) // 8
    if room not in rooms:
        rooms.append(room)
        note('list.room.%d' % len(rooms), room)
note('bytes', sys.getsizeof(bytes()))
note('bytes.20', sys.getsizeof(bytes(bytearray(20))))
note('float', sys.getsizeof(1.5))
note('int', sys.getsizeof(1))
if new:
    note('range', sys.getsizeof(range(10)))
note('class', sys.getsizeof(type('C', (object,), {})))
note('ints.apart', id(2) - id(1))
note('ints.apart.7', id(8) - id(1))
note('digit-bits', (sys.int_info if new else sys.long_info).bits_per_digit)
note('depth', sys.getrecursionlimit())


def nearest(things):
    places = sorted(map(id, things))
    return min(b - a for a, b in zip(places, places[1:]))


# What a request gets: how far the nearest of three hundred blocks lie apart.
note('given.16', nearest([object() for i in range(300)]))
note('given.24', nearest([i + 0.5 for i in range(300)]))
for asked in (42, 48, 49, 53, 56, 64, 300, 512):
    length = asked - sys.getsizeof(bytes())
    note('given.%d' % asked, nearest([bytes(bytearray(length)) for i in range(300)]))

# Pools: rows of blocks of 512 bytes; where a row ends, a pool does.
LENGTH = 512 - sys.getsizeof(bytes())
blocks = [bytes(bytearray(LENGTH)) for i in range(12000)]
places = sorted(map(id, blocks))
starts = [b for a, b in zip(places, places[1:]) if b - a != 512]


def commonest(values):
    values = list(values)
    return max(set(values), key=values.count)


pool = commonest(b - a for a, b in zip(starts, starts[1:]))
note('pool', pool)
note('pool.header', commonest(start % pool for start in starts))
note('pool.blocks.512', (pool - 48) // 512)


# The arena that a pool lies in stands in its header.
def arena_of(start):
    from ctypes import c_uint

    return c_uint.from_address(start - start % pool + 32).value


# The block of an object, by the size class in its pool's header.
def block_of(thing):
    from ctypes import c_uint

    return (c_uint.from_address(id(thing) // pool * pool + 36).value + 1) * 16


class Fresh(object):
    pass


first = Fresh()
note('instance.first', block_of(first))
note('dict.block', block_of(dict()))

arenas = [arena_of(start) for start in starts]
note('arena.pools', commonest(arenas.count(arena) for arena in set(arenas)))
del blocks, places, starts, arenas

# Small ints: from which to which the same number is the same object.
low = 0
while int(str(low - 1)) is int(str(low - 1)):
    low -= 1
high = 0
while int(str(high + 1)) is int(str(high + 1)):
    high += 1
note('small-ints.low', low)
note('small-ints.high', high)

# Counts.
thing = []
note('count.global', sys.getrefcount(thing))


def of_a_local():
    fresh = []
    return sys.getrefcount(fresh)


note('count.local', of_a_local())
before = sys.getrefcount(None)
many = [None] * 1000
note('none.added', sys.getrefcount(None) - before)

# The collector.
for index, threshold in enumerate(gc.get_threshold()):
    note('threshold.%d' % index, threshold)
gc.collect()
ring = [[] for i in range(10)]
ring.append(ring)
del ring
note('found.self-and-ten', gc.collect())


# The quarter rule, with thresholds of 10, 1, 1: at how many new lists generation 1 is collected, until a full
# collection runs.
places, full, young = [], [], []


def place(phase, info):
    generation = info['generation']
    if phase == 'start' and generation == 1:
        places.append(len(young))
    if phase == 'start' and generation == 2:
        full.append(True)


def until_full(many):
    del places[:], full[:], young[:]
    old = [[] for i in range(many)]
    gc.collect()
    gc.callbacks.append(place)
    gc.set_threshold(10, 1, 1)
    gc.enable()
    while not full:
        young.append([])
    gc.disable()
    gc.callbacks.remove(place)


if hasattr(gc, 'freeze'):
    gc.freeze()
    until_full(1000)
    note('quarter.batch', places[2] - places[1])
    note('quarter.batches', len(places))

if new:
    import functools

    note('lru', functools.lru_cache()(len).cache_info().maxsize)

if hasattr(sys, '_debugmallocstats'):
    sys._debugmallocstats()
