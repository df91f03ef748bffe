class Big:
    def __del__(self):
        print('freed')


def use(thing):
    del thing
    print('deleted')


big = Big()
use(big)
print('end')
del big
