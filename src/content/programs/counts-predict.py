import sys

basket = []
shelf = [basket, basket]
basket = 'full'
print(sys.getrefcount(shelf[0]))
