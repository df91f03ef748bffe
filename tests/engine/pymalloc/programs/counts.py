"""sys.getallocatedblocks() and distances between neighbours."""
import sys

small = [None] * 300
large = [None] * 300


def count(rows, size):
    before = sys.getallocatedblocks()
    for i in range(300):
        rows[i] = bytes(size)
    return sys.getallocatedblocks() - before


count(small, 10)  # the free lists fill
print(count(small, 100), count(large, 1000), sys.getallocatedblocks() > 0)


def usual(rows):
    steps = {}
    for one, other in zip(rows, rows[1:]):
        step = id(other) - id(one)
        steps[step] = steps.get(step, 0) + 1
    return max(steps, key=steps.get)


for size in (100, 447, 479):
    count(small, size)
    print(size, usual(small))
