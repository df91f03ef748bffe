import ast
class Counter(ast.NodeVisitor):
    def __init__(self): self.found = {}
    def generic_visit(self, node):
        name = type(node).__name__
        self.found[name] = self.found.get(name, 0) + 1
        super().generic_visit(node)
c = Counter()
c.visit(ast.parse("for i in range(3):\n    print(i, [j * 2 for j in (1, 2)])\n"))
print(sorted(c.found.items()))
print([type(n).__name__ for n in ast.walk(ast.parse("x = y + 1"))])
print(list(ast.iter_fields(ast.parse("pass").body[0])), ast.parse("x").body[0].value.id)
t = ast.parse('def f(a, b=c): return a + d.e')
class V(ast.NodeVisitor):
    def visit_Name(self, node): names.append(node.id); self.generic_visit(node)
names = []
V().visit(t); print(names)
class T(ast.NodeTransformer):
    def visit_Name(self, node): return ast.copy_location(ast.Constant(value=node.id), node) if node.id == 'a' else node
    def visit_Pass(self, node): return None
print(ast.dump(T().visit(ast.parse("b = a\nif b: pass\nelse: c"))))

src = '''
import os, sys as s
from . import x
from a.b import c as d
@dec
def f(a, /, b: int = 1, *args, c, d=2, **kw) -> str:
    "doc"
    global g
    x = y = [1, 2.5, 1j, "s", b"b", None, True, ...]
    x += 1; z: int = 3
    for i in range(10):
        if i: continue
        elif not i: break
        else: pass
    else: pass
    while x < 1 <= 2 is not 3 not in 4: del x, y[0]
    try: raise E from e
    except (A, B) as q: return
    except C: pass
    else: pass
    finally: assert x, "m"
    with a as b, c: yield
    return lambda q=1: (yield from z)
class C(B, metaclass=M, **k):
    pass
async def co():
    await x
    async for i in y: pass
    async with z: pass
    return [j async for j in k if j if l]
f(*a, k=1, **kw)
{1: 2, **d}; {1, 2}; {a: b for a in c}; {a for a in c}; (a for a in c)
a if b else c; a and b or not c; -x ** ~y @ z // w % v << 1 >> 2 & 3 | 4 ^ 5
x[1:2:3]; x[1:2, 3]; x[:]; x.y.z; (n := 3)
f"{x!r:>{w}} b {y}" "u"
u"k"
"é" + x
'''
t = ast.parse(src)
print(ast.dump(t))
print(ast.dump(ast.parse("x = f(a)[0]"), include_attributes=True))
print(ast.dump(ast.parse("a+b", mode="eval"), annotate_fields=False))
print(ast.dump(ast.parse("if 1: pass\n", mode="single")))
print(len(list(ast.walk(t))))
print([type(n).__name__ for n in ast.iter_child_nodes(t)])

