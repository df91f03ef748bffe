import itertools as it
import operator
import sys

print(list(it.chain('ab', [1])), list(it.chain.from_iterable(['ab', 'c'])), list(it.compress('abcd', [1, 0, 1])))
print(list(it.dropwhile(lambda x: x < 3, [1, 3, 2])), list(it.takewhile(lambda x: x < 3, [1, 3, 2])), list(it.filterfalse(None, [0, 1, ''])))
print(list(it.starmap(pow, [(2, 3), (3, 2)])), list(it.pairwise('abcd')), list(it.islice('abcdefg', 1, 6, 2)), list(it.islice(it.cycle('ab'), 5)))
print(it.count(5), it.count(1.5, 0.5), it.repeat('x'), it.repeat('x', 3), next(it.count(2**70)), list(it.islice(it.count(1.5, 0.5), 3)))
print(list(it.accumulate([1, 2, 3], operator.mul)), list(it.accumulate([1, 2], initial=10)), list(it.batched('abcdefg', 3)))
print(list(it.permutations([1, 2, 3])), list(it.combinations_with_replacement('ab', 2)), list(it.product('ab', [1, 2])), list(it.product(repeat=0)), list(it.combinations('abc', 0)), list(it.permutations('ab', 3)))
a, b = it.tee(iter(range(100)))
print(sum(a), list(b)[-1], len(list(it.tee([1], 3))))
g = it.groupby([1, 1, 2, 3, 3], key=lambda x: x % 2)
print([(k, list(v)) for k, v in g], [k for k, g in it.groupby('aab')])
print(list(it.zip_longest('abc', [1], fillvalue='-')))
for act in (lambda: it.islice([], -1), lambda: it.islice([], 0, 1, 0), lambda: it.combinations([1], -1),
            lambda: it.count('a'), lambda: it.batched('a', 0), lambda: it.chain(x=1), lambda: it.repeat(),
            lambda: list(it.batched('abc', 2, strict=True)), lambda: it.tee([], -1), lambda: it.product([], repeat=-1),
            lambda: it.permutations([1], 'a'), lambda: list(it.chain(5)), lambda: it.zip_longest(a=1)):
    try:
        act()
        print('no error')
    except Exception as e:
        print(type(e).__name__, e)
# a tuple that nobody keeps is used again
print(len({id(t) for t in it.combinations(range(6), 3)}), len({id(t) for t in list(it.combinations(range(5), 2))}))
x = object()
n = sys.getrefcount(x)
r = it.repeat(x, 5)
c = it.cycle([x])
next(c)
print(sys.getrefcount(x) - n)
del r, c
print(sys.getrefcount(x) - n, operator.length_hint(it.repeat(1, 4)))
print(operator.itemgetter(0)([5]), operator.itemgetter('a', 'b')({'a': 1, 'b': 2}), operator.attrgetter('real', 'imag')(3 + 4j), operator.methodcaller('split', ',', maxsplit=1)('a,b,c'))
print(operator.itemgetter(1, 2), operator.attrgetter('a.b'), operator.methodcaller('f', 1, k=2), operator.concat('a', 'b'), operator.countOf([1, 1], 1), operator.indexOf('abc', 'c'))
print(operator.truediv(7, 2), operator.matmul, operator.iadd([1], [2]), operator.not_(0), operator.is_(None, None), operator.contains([1], 1), operator.__add__(1, 2), operator.index(True))
