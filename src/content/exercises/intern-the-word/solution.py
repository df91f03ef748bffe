import sys

word = 'cat_1'
made = ''.join(['cat', '_1'])
made = sys.intern(made)
print(word is made)
