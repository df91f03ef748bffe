import sys

word = 'cat_1'
made = ''.join(['cat', '_1'])
# your line here
print(word is made)
