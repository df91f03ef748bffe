def with_total(prices):
    bill = prices
    bill.append(sum(prices))
    return bill


mine = [3, 4]
bill = with_total(mine)
print(mine, bill)
