class Big:
    size = 3


def total(n):
    big = Big()

    def add(n):
        return big.size + add(n - 1) if n else 0

    return add(n)


print(total(3))
