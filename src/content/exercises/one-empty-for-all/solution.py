class Customer:
    __slots__ = ('orders',)


customers = []
for number in range(300):
    customer = Customer()
    customer.orders = ()
    customers.append(customer)
print(len(customers))
