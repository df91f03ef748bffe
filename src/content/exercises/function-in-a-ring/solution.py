class Big:
    size = 3


def total(n):
    big = Big()

    def add(n):
        return big.size + add(n - 1) if n else 0

    result = add(n)
    add = None
    return result


print(total(3))
