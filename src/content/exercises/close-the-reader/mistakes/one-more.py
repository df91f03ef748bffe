class Part:
    pass


def read():
    print('cover')
    cover = Part()
    yield 'cover'
    print('text')
    text = Part()
    yield 'text'
    print('end')


reader = read()
kind = next(reader)

next(reader)

print('read the', kind)
