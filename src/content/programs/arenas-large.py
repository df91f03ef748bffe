large = bytes(10_000_000)
del large

small = list(map(bytes, [463] * 8000))
del small
