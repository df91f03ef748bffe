def with_total(prices):
    prices.append(sum(prices))
    return prices


mine = [3, 4]
bill = with_total(mine)
print(mine, bill)
