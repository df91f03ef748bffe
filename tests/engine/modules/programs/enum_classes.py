from enum import Enum, IntEnum, Flag, auto, IntFlag, StrEnum, unique
class C(Enum):
    RED = 1
    GREEN = auto()
    BLUE = 'b'
    CRIMSON = 1
    def hi(self): return self.name.lower()
print(C.RED, repr(C.RED), C(1), C['GREEN'], C.GREEN.value, list(C), len(C), C.CRIMSON is C.RED, C.BLUE.hi(), C, C.__members__)
try: C(99)
except ValueError as e: print(e)
try: C.RED = 5
except AttributeError as e: print(e)
class N(IntEnum):
    A = 1; B = 2
print(N.A + 1, N.B > N.A, repr(N.A), str(N.A), f'{N.B}', sorted([N.B, N.A]), isinstance(N.A, int))
class F(Flag):
    R = auto(); W = auto(); X = auto()
    RW = R | W
print(F.R | F.X, repr(F.RW), F.R in F.RW, list(F.RW), ~F.R, F(0), bool(F.R & F.W), F.R | F.W)
class I(IntFlag):
    P = 1; Q = 4
print(I.P | I.Q, repr(I.P|I.Q), I(3), repr(I(7)))
class S(StrEnum):
    ONE = auto()
print(S.ONE, repr(S.ONE), S.ONE == 'one')
try:
    @unique
    class D(Enum):
        A = 1; B = 1
except ValueError as e: print(e)
class Planet(Enum):
    E = (1, 2)
    def __init__(self, m, r): self.m = m; self.r = r
    @property
    def g(self): return self.m * self.r
print(Planet.E.g, Planet.E.value, Planet((1,2)))
A = Enum('A', 'x y z'); print(list(A), A.x.value)
print({C.RED: 1}[C.RED], C.RED == C.RED, C.RED != C.GREEN, hash(C.RED) == hash('RED'))
try:
    class Z(C): pass
except TypeError as e: print(e)
match C.RED:
    case C.GREEN: print('g')
    case C.RED: print('r')
print(1 in C, C.RED in C, 'zz' in C)
