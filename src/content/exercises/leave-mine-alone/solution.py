def with_total(prices):
    return prices + [sum(prices)]


mine = [3, 4]
bill = with_total(mine)
print(mine, bill)
