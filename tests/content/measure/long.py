"""What takes long, much memory or the real C library: measured on CPython alone. One name and one number a line.

    python3.14 tests/content/measure/long.py [resident | growing | ten-million | ten-million-kept]

Each of these words is for a process of its own, and tells of resident MiB: what a hundred million ints take, what two
lists take that hold each other; under 2.7 what is left of ten million ints, and what floats take after them.
"""

from __future__ import print_function

import gc
import os
import re
import sys
import tempfile


def note(name, value):
    print(name, value)


# Before there was gc.get_stats, a message told of each collection.
def collections():
    if hasattr(gc, 'get_stats'):
        return [generation['collections'] for generation in gc.get_stats()]
    sys.stderr.flush()
    messages.seek(0)
    text = messages.read().decode()
    return [text.count('collecting generation %d' % index) for index in range(3)]


def differences(make):
    gc.collect()
    before = collections()
    kept = make()
    after = collections()
    del kept
    return [b - a for a, b in zip(before, after)]


def hundred_thousand():
    kept = []
    for i in range(100000):
        kept.append([])
    return kept


# After 400,000 old lists: how many more there are when the first full collection has run, in hundreds.
def first_full():
    old = [[] for i in range(400000)]
    gc.collect()
    before = collections()[2]
    more = []
    while collections()[2] == before:
        more += [[] for i in range(100)]
    return len(more)


# How many further lists there are when a dropped cycle is freed; the first threshold is 700.
def until_freed():
    class Ring(object):
        gone = []

        def __del__(self):
            self.gone.append(True)

    gc.collect()
    gc.set_threshold(700, 10, 10)
    ring = Ring()
    ring.me = ring
    del ring
    kept = []
    while not Ring.gone:
        kept.append([])
    return len(kept)


def arenas():
    sys.stderr.flush()
    told = tempfile.TemporaryFile()
    old = os.dup(2)
    os.dup2(told.fileno(), 2)
    sys._debugmallocstats()
    os.dup2(old, 2)
    told.seek(0)
    return int(re.search(r'(\d+) arenas \*', told.read().decode()).group(1))


def resident():
    with open('/proc/self/status') as status:
        return int(re.search(r'VmRSS:\s+(\d+)', status.read()).group(1)) // 1024


if 'resident' in sys.argv:
    note('resident.start', resident())
    numbers = range(10**8)
    if not isinstance(numbers, list):
        note('hundred-million.range', resident())
        numbers = list(numbers)
    note('hundred-million.resident.with', resident())
    del numbers
    note('hundred-million.resident.after', resident())
    gc.collect()
    note('hundred-million.resident.collected', resident())
    sys.exit()

if 'ten-million' in sys.argv or 'ten-million-kept' in sys.argv:
    from ctypes import CDLL

    numbers = range(10**7)
    del numbers
    if 'ten-million' in sys.argv:
        gc.collect()
        note('ten-million.collected', resident())
        CDLL(None).malloc_trim(0)
        note('ten-million.trimmed', resident())
        numbers = range(10**7)
        del numbers
        gc.collect()
    numbers = [i + 0.5 for i in xrange(10**7)]  # noqa: F821
    note(sys.argv[1] + '.floats', resident())
    sys.exit()

if 'growing' in sys.argv:
    gc.collect()
    note('growing.start', resident())
    a, b = [], []
    for turn in range(10**7) if sys.version_info[0] > 2 else xrange(10**7):  # noqa: F821
        a.append(b)
        b.append(a)
        if turn == 299999:
            note('growing.count', sys.getrefcount(a))
            note('growing.found', gc.collect())
    note('growing.with', resident())
    del a, b
    note('growing.freed', gc.collect())
    note('growing.after', resident())
    sys.exit()

if not hasattr(gc, 'get_stats'):
    messages = tempfile.TemporaryFile()
    stderr = os.dup(2)
    os.dup2(messages.fileno(), 2)
    gc.set_debug(gc.DEBUG_STATS)
young, middle, full = differences(hundred_thousand)
note('hundred-thousand.young', young)
note('hundred-thousand.middle', middle)
note('hundred-thousand.full', full)
note('first-full', first_full())
if hasattr(gc, 'get_stats'):
    # Older ones never free a cycle that has a finalizer.
    note('until-freed', until_freed())
else:
    gc.set_debug(0)
    os.dup2(stderr, 2)

gc.disable()
if hasattr(sys, '_debugmallocstats'):
    numbers = list(range(10**6))
    note('million.arenas.with', arenas())
    del numbers
    note('million.arenas.after', arenas())
    objects = [object() for i in range(10**6)]
    note('survivors.arenas.with', arenas())
    objects = objects[::1000]
    note('survivors.arenas.after', arenas())
    del objects

from ctypes import CDLL, c_size_t, c_void_p

malloc = CDLL(None).malloc
malloc.restype, malloc.argtypes = c_void_p, [c_size_t]
places = sorted(malloc(48) for i in range(3000))
gaps = [b - a for a, b in zip(places, places[1:])]
note('malloc.48.apart', max(set(gaps), key=gaps.count))
