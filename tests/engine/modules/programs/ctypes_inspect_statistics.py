import ctypes, inspect, statistics
x = []; y = x
print(ctypes.c_long.from_address(id(x)).value, ctypes.sizeof(ctypes.c_void_p), ctypes.cast(id(x), ctypes.py_object).value is x)
x.append(5); print(ctypes.c_ssize_t.from_address(id(x)+16).value, ctypes.c_size_t.from_address(id(None)).value, ctypes.py_object(x).value is x)
print(ctypes.c_double.from_address(id(1.5)+16).value, ctypes.c_int(7).value, ctypes.c_ubyte(300).value)
def f(a, b: int = 2, *args, c, d=3, **k) -> str:
    return inspect.currentframe().f_code.co_name
print(f(1, c=2), inspect.signature(f), inspect.isfunction(f), inspect.isgeneratorfunction(f), inspect.getsource(f))
class A:
    def __init__(self, q): pass
print(inspect.signature(A), inspect.getmro(bool), inspect.signature(f).parameters['b'])
print(statistics.mean([1,2,3,4]), statistics.median([3,1,2]), statistics.stdev([1,2,3,4]), statistics.mode('aab'), statistics.variance([2.5,3.5,1]), statistics.pstdev([1,2]), statistics.quantiles([1,2,3,4,5]), statistics.mean([1.5, 2]))
