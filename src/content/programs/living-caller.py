class Big:
    def __del__(self):
        print('freed')


def use(things):
    last = things[-1]
    things.clear()
    print('cleared')


use([Big(), Big()])
print('end')
