from dataclasses import dataclass, field, asdict, astuple, replace, fields, FrozenInstanceError, KW_ONLY, is_dataclass, make_dataclass
from typing import ClassVar
@dataclass
class P:
    x: int
    y: int = 5
    l: list = field(default_factory=list)
    K: ClassVar[int] = 7
p = P(1); print(p, p == P(1), p.l is P(1).l, asdict(p), astuple(p), replace(p, x=9), [f.name for f in fields(P)], P.__doc__)
try: P()
except TypeError as e: print(e)
try: P(1,2,3,4)
except TypeError as e: print(e)
@dataclass(frozen=True, order=True)
class Q:
    a: int
    b: str = 'z'
q = Q(1)
try: q.a = 5
except FrozenInstanceError as e: print(e)
print(Q(1) < Q(2), hash(Q(1)) == hash(Q(1)), {Q(1): 1}[Q(1)], sorted([Q(3), Q(1)]))
@dataclass(slots=True)
class S:
    a: int
    b: int = 2
s = S(1); print(s, S.__slots__, hasattr(s, '__dict__'))
try: s.c = 1
except AttributeError as e: print(e)
@dataclass
class D(P):
    z: int = 0
    def __post_init__(self): self.w = self.x + self.z
print(D(1, z=4), D(1, z=4).w)
@dataclass
class KO:
    a: int
    _: KW_ONLY
    b: int = 3
print(KO(1, b=2))
try:
    @dataclass
    class M:
        a: list = []
except ValueError as e: print(e)
try:
    @dataclass
    class M2:
        a: int = 1
        b: int
except TypeError as e: print(e)
match P(1, 2):
    case P(x, y): print(x, y)
print(make_dataclass('Z', ['a', ('b', int, 5)])(1), is_dataclass(P))
try: P(1) < P(2)
except TypeError as e: print(e)
try: hash(P(1))
except TypeError as e: print(e)
