class Big:
    pass


def work():
    big = Big()
    raise ValueError('no room')


try:
    work()
except ValueError as error:
    held = error
text = held
print(text)
del held, text
