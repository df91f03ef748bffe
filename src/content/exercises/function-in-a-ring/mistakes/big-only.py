class Big:
    size = 3


def total(n):
    big = Big()

    def add(n):
        if n == 0:
            return 0
        return big.size + add(n - 1)

    result = add(n)
    big = None
    return result


print(total(3))
