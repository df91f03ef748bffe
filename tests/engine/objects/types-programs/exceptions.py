import sys
def g():
    try: 1/0
    except ZeroDivisionError as e:
        raise ValueError('v') from e
try: g()
except ValueError as e:
    print(repr(e), repr(e.__cause__), e.__cause__ is e.__context__, e.__suppress_context__)
    t=e.__traceback__
    while t: print(t.tb_lineno, t.tb_frame.f_code.co_name, type(t).__name__); t=t.tb_next
try:
    try: raise KeyError('k')
    except KeyError: raise TypeError('t')
except TypeError as e: print(repr(e.__context__), e.__cause__)
try:
    raise ExceptionGroup('eg',[ValueError(1),TypeError(2),ExceptionGroup('in',[ValueError(3),KeyError(4)])])
except* ValueError as eg: print('V',repr(eg))
except* TypeError as eg: print('T',repr(eg))
except* KeyError as eg: print('K',repr(eg))
try:
    try: raise ExceptionGroup('eg',[ValueError(1),TypeError(2)])
    except* ValueError: raise KeyError('new')
except ExceptionGroup as e: print(repr(e))
try:
    try: raise ExceptionGroup('eg',[ValueError(1),TypeError(2)])
    except* ValueError: raise
except ExceptionGroup as e: print(repr(e))
try:
    try: raise ValueError(1)
    except* ValueError as eg: print(repr(eg)); raise
except ExceptionGroup as e: print('out', repr(e))
class MyE(Exception):
    def __init__(s,a,b): super().__init__(a); s.b=b
    def __str__(s): return f'<{s.args[0]}|{s.b}>'
try: raise MyE(1,2)
except MyE as e: print(e, repr(e), e.args, e.__dict__, e.__reduce__()[1:])
class MyOS(OSError):
    def __init__(s,*a,extra=None): super().__init__(*a); s.extra=extra
e=MyOS(2,'no','f',extra=5); print(repr(e), e.errno, e.filename, e.extra, str(e))
try: {}['x']
except KeyError as e: print(e, e.args)
try: [].pop()
except IndexError as e: print(e)
try: undefined_name
except NameError as e: print(e, e.name)
def f():
    print(loc); loc=1
try: f()
except UnboundLocalError as e: print(e, e.name)
def it(): return 5; yield
i=it()
try: next(i)
except StopIteration as e: print(e.value, e.args)
try: sys.exit('bye')
except SystemExit as e: print(e.code, repr(e))
e=Exception(1,2); print(str(e), repr(e)); e.args=(); print(str(e)=='', repr(e))
print(Exception('a')==Exception('a'), hash(e)==hash(e), bool(e))
try: raise Exception from 5
except TypeError as e: print(e)
try: raise 5
except TypeError as e: print(e)
e=ValueError('x'); e2=e.with_traceback(None); print(e2 is e)
def rec(n): return rec(n+1)
try: rec(0)
except RecursionError as e: print(e)
e=ValueError(); e.__context__=e; print(e.__context__ is e)
print(issubclass(FileNotFoundError,OSError), EnvironmentError is OSError, IOError is OSError)
print(BaseExceptionGroup.__basicsize__, sys.getsizeof(ValueError()), sys.getsizeof(OSError()), sys.getsizeof(SyntaxError()))
class D:
    def __del__(s): print('del', s.n)
def h():
    d=D(); d.n='h'
    raise ValueError
try: h()
except ValueError as e: print('caught')
print('after')
print('end')
