def again(text):
    return int(text), int(text)


for text in ('-6', '-5', '256', '257', '1024', '1025'):
    a, b = again(text)
    print(text, a is b)
