basket = ['apple']
mine = basket
mine.append('pear')
print(basket)
