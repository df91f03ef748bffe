basket = ['apple']
mine = basket[:]
mine.append('pear')
basket.append('pear')
print(basket)
