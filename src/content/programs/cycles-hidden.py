import gc

gc.disable()

def count_down(n):
    def again(k):
        return k and again(k - 1)
    return again(n)

count_down(3)
print('function:', gc.collect())

def keep_error():
    try:
        int('x')
    except ValueError as error:
        kept = error

keep_error()
print('exception:', gc.collect())
