import sys

word = 'cat_1'
made = ''.join(['cat', '_1'])
sys.intern(made)
print(word is made)
