no_items = ()
print(no_items is tuple([]))
no_text = ''
print(no_text is ''.join([]))
no_bytes = b''
print(no_bytes is bytes(0))
empty = []
print(empty is list())
