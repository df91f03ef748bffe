"""What takes long, much memory or the real C library: measured on CPython alone. One name and one number a line.

    python3.14 tests/content/measure/long.py [resident]

`resident` alone, in a process of its own: MiB that a list of a hundred million ints takes, and what is left after it.
"""

from __future__ import print_function

import gc
import os
import re
import sys
import tempfile


def note(name, value):
    print(name, value)


def collections():
    return [generation['collections'] for generation in gc.get_stats()]


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
    numbers = list(range(10**8))
    note('hundred-million.resident.with', resident())
    del numbers
    note('hundred-million.resident.after', resident())
    sys.exit()

if hasattr(gc, 'get_stats'):
    young, middle, full = differences(hundred_thousand)
    note('hundred-thousand.young', young)
    note('hundred-thousand.middle', middle)
    note('hundred-thousand.full', full)
    note('first-full', first_full())
    note('until-freed', until_freed())

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
