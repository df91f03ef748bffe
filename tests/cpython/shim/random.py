"""Numbers that look like chance and are the same in every run, until the machine has its own."""
_state = 20240607


def getrandbits(n):
    global _state
    bits = 0
    for _ in range(0, n, 16):
        _state = (_state * 6364136223846793005 + 1442695040888963407) % 2**64
        bits = bits << 16 | _state >> 48
    return bits & ((1 << n) - 1)


def randrange(start, stop=None, step=1):
    if stop is None:
        start, stop = 0, start
    n = (stop - start + step - 1) // step
    return start + step * (getrandbits(n.bit_length() + 16) % n)


def randint(a, b):
    return randrange(a, b + 1)


def random():
    return getrandbits(53) / 2**53


def uniform(a, b):
    return a + (b - a) * random()


def choice(values):
    return values[randrange(len(values))]


def choices(values, *, k=1):
    return [choice(values) for _ in range(k)]


def sample(values, k):
    values = list(values)
    shuffle(values)
    return values[:k]


def shuffle(values):
    for i in reversed(range(1, len(values))):
        j = randrange(i + 1)
        values[i], values[j] = values[j], values[i]


def seed(value=None):
    pass
