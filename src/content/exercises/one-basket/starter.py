basket = ['apple']
mine = ['apple']
mine.append('pear')
print(basket)
