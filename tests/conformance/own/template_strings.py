#: before_and_after
for source in ("t'a'", "T'{x}'", "rt'a'", "tR'a'", "t'a' 'b'", "'a' t'b'", "t'a' f'b'", "t'a' b'b'", "t'a' t'b'",
               "bt'a'", "ft'a'", "ut'a'", "x = t", "t = 1\nt"):
    try:
        compile(source, 's', 'exec')
        print('ok', repr(source))
    except SyntaxError as e:
        print(repr(source), e.msg, e.lineno, e.offset)

#: errors
import sys
if sys.version_info >= (3, 14):
    for s in ("t'{'", "t'}'", "t'{}'", "t'{a!x}'", "t'{a b}'", "t'{a", "t'{lambda x: 1}'", "t'{a!}'", "t'{!r}'",
              "t'{a:{b:{c:{d}}}}'", "t'a' = 1", "t'{*a}'", "t'{yield}'", "t'{a=!r:x}'", "del t'x'", "t'{a:}}'",
              "match 1:\n case t'x': pass", "def f():\n t'doc'", "t'{a}' as b", "t'{#}'", "t'{a'", "t'{a[}'",
              "t'{a! r}'", "t'abc", "t'''abc", "t'{a:\n}'", "t'{)}'", "for t'x' in y: pass", "t'x' += 1", "t'{a c!r}'"):
        try:
            compile(s, 's', 'exec')
            print('ok', repr(s))
        except SyntaxError as e: print(repr(s), e.msg, e.lineno, e.offset, e.end_offset)
else:
    print('no')

#: parts_of_a_template
import sys
PROGRAM = '''
name = 'World'; n = 3
t = t'Hello {name}!'
print(type(t), t)
print(t.strings, t.interpolations, t.values)
i = t.interpolations[0]
print(i, i.value, i.expression, i.conversion, i.format_spec, type(i))
print(list(t), [type(x).__name__ for x in t])
print(t'{name!r:>{n}}{n=}{n = !s:x} {{}} {  n  }')
print(t'', list(t''), t''.strings, t''.interpolations, t''.values)
print(t'{n}{n}'.strings, list(t'{n}{n}'))
print(t'a' t'b{n}' t'c', (t'a{n}' + t'{n}b').strings)
print(rt'\\n{n}\\d'.strings, tr"\\n".strings, T'x\\n'.strings)
print(t"""multi
{n}
line""")
print(t'{n:}{n!r:}{n=:5}'.interpolations)
print(t'{f"{n}"}{t"{n}"}'.values, f'{t"{n}"}')
def f():
    x = 5
    return t'{x + 1} {(lambda: x)} {(x, 2)} {x!a} {x:{n}.{n}}'
print([(k.expression, k.conversion, k.format_spec) for k in f().interpolations])
try: t'{undefined}'
except NameError as e: print(e)
'''
exec(PROGRAM) if sys.version_info >= (3, 14) else print('no')

#: types_of_templates
import sys
PROGRAM = '''
from string.templatelib import Template, Interpolation, convert
def attempt(do):
    try: print(do())
    except Exception as e: print(type(e).__name__, e)
n = 3
t = t'a{n}'; i = t.interpolations[0]
attempt(lambda: t'a' + 'b'); attempt(lambda: 'a' + t'b'); attempt(lambda: t'a' + 3)
attempt(lambda: t'a' == t'a'); attempt(lambda: i == t'{n}'.interpolations[0])
print(Template('a', 'b', Interpolation(1, 'x', None, ''), 'c'))
print(Template(), Template('x').strings, Template(Interpolation(1)).strings, Template(Interpolation(1), Interpolation(2)).strings)
attempt(lambda: Template(3)); attempt(lambda: Template(a=3))
attempt(lambda: Interpolation()); attempt(lambda: Interpolation(1, 2)); attempt(lambda: Interpolation(1, 'x', 'q'))
attempt(lambda: Interpolation(1, 'x', 'r', 3)); attempt(lambda: Interpolation(1, 'x', 5)); attempt(lambda: Interpolation(1, 'x', 's', 'f'))
attempt(lambda: Interpolation(value=1, format_spec='z')); attempt(lambda: Interpolation(1, nope=2))
attempt(lambda: setattr(t, 'strings', ())); attempt(lambda: setattr(i, 'value', ())); attempt(lambda: setattr(t, 'values', ()))
attempt(lambda: t.nope); attempt(lambda: t[0]); attempt(lambda: len(t)); attempt(lambda: 'a' in t)
print(Interpolation.__match_args__, Template.__mro__, Template.__module__, Interpolation.__qualname__)
match i:
    case Interpolation(value, expr): print(value, expr)
it = iter(t)
print(type(it), it is iter(it), next(it), next(it), next(it, 'end'))
attempt(lambda: type('S', (Template,), {})); attempt(lambda: type('S', (Interpolation,), {}))
print(Template[int], Interpolation[int])
import copy
print(copy.copy(t).strings, t.__reduce__()[1], i.__reduce__())
attempt(lambda: convert('a', 'r')); attempt(lambda: convert('a', None)); attempt(lambda: convert('a', 'x'))
print([k for k in dir(Template) if k not in dir(object)], [k for k in dir(Interpolation) if k not in dir(object)])
'''
exec(PROGRAM) if sys.version_info >= (3, 14) else print('no')

#: memory_of_templates
import sys, gc
PROGRAM = '''
from string.templatelib import Template, Interpolation
n = 3
t = t'a{n}b'; i = t.interpolations[0]
print(sys.getsizeof(t), sys.getsizeof(i), Template.__basicsize__, Interpolation.__basicsize__, sys.getsizeof(iter(t)))
print(gc.is_tracked(t), gc.is_tracked(i), gc.is_tracked(iter(t)), gc.is_tracked(t''))
print(t'a' is t'a', t'a'.strings is t'a'.strings)
x = object()
before = sys.getrefcount(x)
held = t'{x}'
print(sys.getrefcount(x) - before)
del held
print(sys.getrefcount(x) - before)
def g(): return t'a{n}b'
print(g.__code__.co_consts, g.__code__.co_names)
class Node: pass
node = Node(); node.t = t'{node}'
del node
print(gc.collect() > 0)
'''
exec(PROGRAM) if sys.version_info >= (3, 14) else print('no')

#: templates_as_annotations
import sys
PROGRAM = '''
from __future__ import annotations
def f(a: t'x{y}', b: t'{z!r:>3}'): pass
print(f.__annotations__)
'''
exec(PROGRAM) if sys.version_info >= (3, 14) else print('no')
