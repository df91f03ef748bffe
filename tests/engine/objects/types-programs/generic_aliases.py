print(list[int], dict[str, list[int]], tuple[int, ...], tuple[()], list[int]([1,2]), list[int]==list[int], list[int]==list[str])
print(int|None, None|int, int|str|int, (int|str)==(str|int), isinstance(3,int|None), isinstance(None,int|None), isinstance('a',int|None))
print(list[int].__origin__, list[int].__args__, (int|str).__args__, list[int]|None)
class A(list[int]): pass
print(A.__mro__, A.__orig_bases__, A([1]))
try: isinstance([], list[int])
except TypeError as e: print(e)
try: int|3
except TypeError as e: print(e)
try: int[3]
except TypeError as e: print(e)
print(hash(int|str)==hash(str|int), {list[int]:1}[list[int]], list[int].append, type(list[int]), type(int|str))
class G:
    def __class_getitem__(cls, x): return (cls.__name__, x)
print(G[3], type(G.__dict__['__class_getitem__']).__name__)
