import io, json
s = io.StringIO(); print('a', 1, file=s); s.write('xyz'); print(repr(s.getvalue())); s.seek(0); print(s.readline(), s.read())
b = io.BytesIO(b'abc\nd'); print(b.read(2), b.readlines(), b.getvalue())
import contextlib
f = io.StringIO()
with contextlib.redirect_stdout(f): print('hid')
print(f.getvalue())
d = {'a': [1, 2.5, None, True], 'b': {'c': 'é"\n'}, 'e': [], 'f': {}}
print(json.dumps(d)); print(json.dumps(d, indent=2, sort_keys=True, ensure_ascii=False)); print(json.loads(json.dumps(d)) == d)
print(json.dumps((1, 'x'), separators=(',', ':')), json.dumps({1: 2, None: 3}), json.loads('[1e3, -0.5, "\\u00e9", "\\ud83d\\ude00"]'))
for t in ['', '[1,]', '{"a" 1}', '{"a":1,}', '"abc', '[1 2]', 'nul', '{1:2}', '1 2', '[1, x]', '"\\x"']:
    try: json.loads(t)
    except json.JSONDecodeError as e: print(repr(t), e)
try: json.dumps({1,2})
except TypeError as e: print(e)
try: json.dumps({(1,): 2})
except TypeError as e: print(e)
l = []; l.append(l)
try: json.dumps(l)
except ValueError as e: print(e)
print(json.dumps(float('nan')), json.dumps([[]], indent=1), json.dumps({'z': 1, 'a': 2}, sort_keys=True), json.loads('{"a": 1}', object_hook=lambda d: list(d)))
