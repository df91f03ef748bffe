word = 'cat'
made = ''.join(['c', 'at'])
print(word == made, word is made)
