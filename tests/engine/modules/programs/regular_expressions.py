import re
print(re.findall(r'\d+', 'a1b22c333'), re.sub(r'(\w+) (\w+)', r'\2 \1', 'hello world'), re.split(r'[,;]\s*', 'a, b;c'))
m = re.match(r'(?P<y>\d{4})-(?P<m>\d\d)', '2024-05-01'); print(m, m.groups(), m.groupdict(), m.span('m'), m['y'], m.lastgroup, m.lastindex)
print(re.search('x', 'abc'), re.compile(r'a.c', re.I | re.S), re.fullmatch('a+', 'aaa'))
print(re.findall(r'(a)|b', 'ab'), re.match(r'(?:(a)|b)*', 'ab').groups(), re.findall(r'', 'abc'), re.sub(r'x*', '-', 'abxd'), re.split(r'(-)', 'a-b'))
print(re.findall(r'(?<=a)b', 'abcb'), re.findall(r'^\w', 'a\nb', re.M), re.findall(r'b$', 'ab\n'), re.search(r'(.)\1', 'abccd').group(), re.findall(r'<.*?>', '<a><b>'))
for p in ['(', ')', '*', 'a**', '[a', r'\q', '[b-a]', '(?P<n>a)(?P<n>b)', r'(?P=x)', r'\2', 'a{3,2}', '(?<=a+)b', '(?z)', 'a\\']:
    try: re.compile(p); print('ok', p)
    except re.error as e: print(repr(p), e)
print(re.sub(r'\d', lambda m: str(int(m[0])*2), 'a1b2'), re.subn('a', 'b', 'aaa', count=2), re.escape('a.b*c'), re.findall(rb'\w', b'ab'))
print(re.findall(r'\b\w+\b', 'héllo wörld'), re.findall(r'(?i)HE', 'he HE'), re.findall('(?x) a # c\n b', 'ab'), [m.start() for m in re.finditer('a', 'banana')])
print(re.match(r'(a(b)?)+', 'aba').groups(), re.match(r'(?>a+)b', 'aab'), re.match(r'(a)?(?(1)b|c)', 'ab'), re.IGNORECASE, repr(re.M|re.S))
