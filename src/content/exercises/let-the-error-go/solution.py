class Big:
    pass


def work():
    big = Big()
    raise ValueError('no room')


try:
    work()
except ValueError as error:
    text = str(error)
print(text)
