import sys

a = 'hello_1'
b = 'hello_1'
c = ''.join(['hello', '_1'])
print(a is b)
print(a is c, a == c)
print(a is sys.intern(c))
d = ''.join(['x'])
print(d is ''.join(['x']))
