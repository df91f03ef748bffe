#: site_objects
import builtins
def told(f):
    try: print(f())
    except BaseException as e: print(type(e).__name__, e, e.args)
for n in ('exit', 'quit', 'copyright', 'credits', 'license', 'help'):
    o = getattr(builtins, n)
    print(n, type(o), type(o).__module__, type(o).__name__)
    told(lambda: repr(o))
told(lambda: exit()); told(lambda: exit(3)); told(lambda: exit('x')); told(lambda: quit(1, 2)); told(lambda: exit(code=5))
told(lambda: str(exit)); told(lambda: exit.name); told(lambda: quit.eof)
print([n for n in dir(builtins) if n in ('exit', 'quit', 'copyright', 'credits', 'license', 'help')])
#: site_objects_called
copyright()
credits()
print(callable(help), callable(license), exit is exit, exit == quit, help == help, hash(exit) == hash(exit))
quit('bye')
