import sys

word = 'cat_1'
made = ''.join(['cat', '_1'])
made = word
print(word is made)
