async def f(): pass
def g():
    f()
g()
g()
x = f()
del x
class C:
    async def m(self): pass
C().m()
async def awaits(): await f()
awaits().close()
y = f()
y.close()
l = [f(), f()]
l.append(l)
l.clear()
for k in __warningregistry__:
    if k != 'version': print(k[0], k[1].__name__, k[2])
print(__warningregistry__['version'])
f()
