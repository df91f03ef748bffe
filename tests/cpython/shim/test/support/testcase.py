from math import copysign, isnan


class FloatsAreIdenticalMixin:
    def assertFloatsAreIdentical(self, x, y):
        if isnan(x) and isnan(y):
            return
        if x == y and copysign(1.0, x) == copysign(1.0, y):
            return
        self.fail('floats %r and %r are not identical' % (x, y))


class ComplexesAreIdenticalMixin(FloatsAreIdenticalMixin):
    def assertComplexesAreIdentical(self, x, y):
        self.assertFloatsAreIdentical(x.real, y.real)
        self.assertFloatsAreIdentical(x.imag, y.imag)


class ExtraAssertions:
    pass
