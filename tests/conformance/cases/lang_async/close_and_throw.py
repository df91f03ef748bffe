class Aw:
    def __init__(self, v): self.v = v
    def __await__(self): return (yield self.v)
async def inner():
    try: return await Aw('w')
    except KeyError as e: return 'caught %r' % e
    finally: print('inner finally')
async def outer():
    try: return await inner()
    finally: print('outer finally')
c = outer(); print(c.send(None))
try: c.throw(KeyError('k'))
except StopIteration as e: print(e.value)
c = outer(); c.send(None)
try: c.throw(IndexError('z'))
except IndexError as e:
    tb = e.__traceback__
    while tb: print(tb.tb_frame.f_code.co_name, end=' '); tb = tb.tb_next
    print(repr(e), repr(e.__context__))
c = outer(); c.send(None); print(c.close(), c.cr_frame)
c = outer()
try: c.throw(ValueError('early'))
except ValueError as e: print(repr(e))
c = outer(); print(c.close(), c.cr_frame)
async def ignores():
    for i in range(2):
        try: await Aw(i)
        except GeneratorExit: print('ignored')
c = ignores(); c.send(None)
try: c.close()
except RuntimeError as e: print(e)
c.close()
async def context():
    try: 1 / 0
    except ZeroDivisionError: await Aw(1)
c = context(); c.send(None)
try: c.throw(ValueError('v'))
except ValueError as e: print(repr(e.__context__))
class Special:
    def __await__(self): return self
    def __iter__(self): return self
    def __next__(self): return 'next'
    def send(self, x): return 'sent %s' % x
    def throw(self, *a): print('throw', type(a[0]).__name__); raise StopIteration('thrown')
    def close(self): print('closed')
async def special():
    r = await Special()
    print('got', r)
    await Special()
c = special()
print(c.send(None), c.send(5))
print(c.throw(KeyError()))
c.close()
def reraise():
    try: yield 1
    except BaseException as e: print('gen', type(e).__name__); raise
class G:
    def __await__(self): return reraise()
async def waits(): await G()
c = waits(); c.send(None)
del c
print('dropped')
