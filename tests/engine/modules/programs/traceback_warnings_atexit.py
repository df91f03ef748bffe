import traceback, warnings, atexit, sys
def f(): 1/0
try: f()
except ZeroDivisionError as e:
    print(traceback.format_exc()); print(traceback.format_exception_only(e)); print(len(traceback.format_exception(e)))
    print([(x.name, x.lineno, x.line) for x in traceback.extract_tb(e.__traceback__)])
    traceback.print_exc(file=sys.stdout)
with warnings.catch_warnings(record=True) as w:
    warnings.simplefilter('always'); warnings.warn('hey', DeprecationWarning); print(w[0].message, w[0].category, w[0].lineno)
with warnings.catch_warnings():
    warnings.simplefilter('error')
    try: warnings.warn('boo')
    except UserWarning as e: print('err', e)
atexit.register(print, 'bye', end='!\n')
@atexit.register
def g(): print('first')
