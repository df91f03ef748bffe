basket = ['apple']
mine = list(basket)
mine.append('pear')
print(basket)
