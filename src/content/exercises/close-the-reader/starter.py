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

# your line here

print('read the', kind)
