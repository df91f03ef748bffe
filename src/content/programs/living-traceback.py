class Big:
    def __del__(self):
        print('Big is freed')


def work():
    big = Big()
    raise ValueError('no')


try:
    work()
except ValueError as error:
    kept = error
print('handled')
del kept
print('end')
