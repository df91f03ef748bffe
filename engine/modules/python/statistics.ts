/**
 * The module statistics, without distributions: what v3.13.0 Lib/statistics.py does.
 * The text is our own.
 */
export const STATISTICS = `
import math
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from math import fsum, sqrt, hypot
try:
    from math import sumprod
except ImportError:  # before 3.12
    def sumprod(p, q):
        return fsum(x * y for x, y in zip(p, q))

__all__ = ['StatisticsError', 'fmean', 'geometric_mean', 'harmonic_mean', 'mean', 'median',
           'median_grouped', 'median_high', 'median_low', 'mode', 'multimode', 'pstdev',
           'pvariance', 'quantiles', 'stdev', 'variance', 'correlation', 'covariance',
           'linear_regression']


class StatisticsError(ValueError):
    pass


def _ratio(x):
    if isinstance(x, int):
        return int(x), 1
    return x.as_integer_ratio()


def _sum(data):
    # the exact sum as a fraction, the type of the answer, how many
    num, den, n = 0, 1, 0
    kind = int
    for x in data:
        n += 1
        if type(x) is not int and not isinstance(x, bool):
            kind = float if isinstance(x, float) else type(x)
        if isinstance(x, float) and (x != x or x - x != 0):
            raise _Special(data)
        a, b = _ratio(x)
        num, den = num * b + a * den, den * b
        if den > 1:
            g = math.gcd(num, den)
            num, den = num // g, den // g
    return kind, num, den, n


class _Special(Exception):
    pass


def _convert(num, den, kind):
    if kind is int and num % den == 0:
        return num // den
    return num / den if kind in (int, float) else kind(num) / den


def mean(data):
    """Return the sample arithmetic mean of data."""
    data = list(data)
    if not data:
        raise StatisticsError('mean requires at least one data point')
    try:
        kind, num, den, n = _sum(data)
    except _Special:
        return sum(data) / len(data)
    return _convert(num, den * n, kind)


def fmean(data, weights=None):
    """Convert data to floats and compute the arithmetic mean."""
    data = list(data)
    if weights is None:
        if not data:
            raise StatisticsError('fmean requires at least one data point')
        return fsum(data) / len(data)
    weights = list(weights)
    if len(data) != len(weights):
        raise StatisticsError('data and weights must be the same length')
    den = fsum(weights)
    if not den:
        raise StatisticsError('sum of weights must be non-zero')
    return sumprod(data, weights) / den


def geometric_mean(data):
    data = list(data)
    if not data:
        raise StatisticsError('Must have a non-empty dataset')
    for x in data:
        if x < 0:
            raise StatisticsError('No negative inputs allowed', x)
        if x == 0:
            return 0.0
    return math.exp(fsum(map(math.log, data)) / len(data))


def harmonic_mean(data, weights=None):
    data = list(data)
    if not data:
        raise StatisticsError('harmonic_mean requires at least one data point')
    if any(x < 0 for x in data):
        raise StatisticsError('harmonic mean does not support negative values')
    if any(x == 0 for x in data):
        return 0
    if weights is None:
        return len(data) / fsum(1 / x for x in data)
    weights = list(weights)
    return fsum(weights) / fsum(w / x for w, x in zip(weights, data))


def _sorted(data):
    data = sorted(data)
    if not data:
        raise StatisticsError("no median for empty data")
    return data, len(data)


def median(data):
    """Return the median (middle value) of numeric data."""
    data, n = _sorted(data)
    if n % 2 == 1:
        return data[n // 2]
    return (data[n // 2 - 1] + data[n // 2]) / 2


def median_low(data):
    data, n = _sorted(data)
    return data[n // 2] if n % 2 == 1 else data[n // 2 - 1]


def median_high(data):
    data, n = _sorted(data)
    return data[n // 2]


def median_grouped(data, interval=1.0):
    data, n = _sorted(data)
    x = data[n // 2]
    i = bisect_left(data, x)
    j = bisect_right(data, x, lo=i)
    return float(x) - interval / 2.0 + interval * (n / 2 - i) / (j - i)


def mode(data):
    """Return the most common data point from discrete or nominal data."""
    pairs = Counter(iter(data)).most_common(1)
    try:
        return pairs[0][0]
    except IndexError:
        raise StatisticsError('no mode for empty data') from None


def multimode(data):
    """Return a list of the most frequently occurring values."""
    counts = Counter(iter(data))
    if not counts:
        return []
    most = max(counts.values())
    return [value for value, count in counts.items() if count == most]


def quantiles(data, *, n=4, method='exclusive'):
    """Divide data into n continuous intervals with equal probability."""
    if n < 1:
        raise StatisticsError('n must be at least 1')
    data = sorted(data)
    ld = len(data)
    if ld < 2:
        if ld == 1:
            return data * (n - 1)
        raise StatisticsError('must have at least one data point')
    result = []
    if method == 'inclusive':
        m = ld - 1
        for i in range(1, n):
            j, delta = divmod(i * m, n)
            result.append((data[j] * (n - delta) + data[j + 1] * delta) / n)
        return result
    if method == 'exclusive':
        m = ld + 1
        for i in range(1, n):
            j = i * m // n
            j = 1 if j < 1 else ld - 1 if j > ld - 1 else j
            delta = i * m - j * n
            result.append((data[j - 1] * (n - delta) + data[j] * delta) / n)
        return result
    raise ValueError(f'Unknown method: {method!r}')


def _squares(data, c=None):
    # the exact sum of squared deviations as a fraction
    kind, num, den, n = _sum(data)
    if c is not None:
        cn, cd = _ratio(c)
    else:
        cn, cd = num, den * n
    total, bottom = 0, 1
    for x in data:
        a, b = _ratio(x)
        dn, dd = a * cd - cn * b, b * cd
        total, bottom = total * dd * dd + dn * dn * bottom, bottom * dd * dd
        g = math.gcd(total, bottom)
        if g > 1:
            total, bottom = total // g, bottom // g
    return kind, total, bottom, n


def variance(data, xbar=None):
    """Return the sample variance of data."""
    data = list(data)
    if len(data) < 2:
        raise StatisticsError('variance requires at least two data points')
    kind, num, den, n = _squares(data, xbar)
    return _convert(num, den * (n - 1), kind)


def pvariance(data, mu=None):
    """Return the population variance of data."""
    data = list(data)
    if not data:
        raise StatisticsError('pvariance requires at least one data point')
    kind, num, den, n = _squares(data, mu)
    return _convert(num, den * n, kind)


def _sqrt_of_fraction(n, m):
    # the float nearest to the root of n / m
    if n == 0:
        return 0.0
    q = (n.bit_length() - m.bit_length() - 109) // 2
    if q >= 0:
        a = _isqrt_odd(n, m << 2 * q)
        return float(a << q)
    a = _isqrt_odd(n << -2 * q, m)
    return a / (1 << -q)


def _isqrt_odd(n, m):
    a = math.isqrt(n // m)
    return a | (a * a * m != n)


def stdev(data, xbar=None):
    """Return the square root of the sample variance."""
    data = list(data)
    if len(data) < 2:
        raise StatisticsError('stdev requires at least two data points')
    kind, num, den, n = _squares(data, xbar)
    return _sqrt_of_fraction(num, den * (n - 1))


def pstdev(data, mu=None):
    """Return the square root of the population variance."""
    data = list(data)
    if not data:
        raise StatisticsError('pstdev requires at least one data point')
    kind, num, den, n = _squares(data, mu)
    return _sqrt_of_fraction(num, den * n)


def covariance(x, y, /):
    n = len(x)
    if len(y) != n:
        raise StatisticsError('covariance requires that both inputs have same number of data points')
    if n < 2:
        raise StatisticsError('covariance requires at least two data points')
    xbar, ybar = fsum(x) / n, fsum(y) / n
    return sumprod((xi - xbar for xi in x), (yi - ybar for yi in y)) / (n - 1)


def correlation(x, y, /, *, method='linear'):
    n = len(x)
    if len(y) != n:
        raise StatisticsError('correlation requires that both inputs have same number of data points')
    if n < 2:
        raise StatisticsError('correlation requires at least two data points')
    xbar, ybar = fsum(x) / n, fsum(y) / n
    x = [xi - xbar for xi in x]
    y = [yi - ybar for yi in y]
    sxx, syy = sumprod(x, x), sumprod(y, y)
    try:
        return sumprod(x, y) / (sqrt(sxx) * sqrt(syy))
    except ZeroDivisionError:
        raise StatisticsError('at least one of the inputs is constant')


def linear_regression(x, y, /, *, proportional=False):
    from collections import namedtuple
    n = len(x)
    xbar, ybar = (0.0, 0.0) if proportional else (fsum(x) / n, fsum(y) / n)
    dx = [xi - xbar for xi in x]
    slope = sumprod(dx, [yi - ybar for yi in y]) / sumprod(dx, dx)
    result = namedtuple('LinearRegression', ('slope', 'intercept'))
    return result(slope=slope, intercept=0.0 if proportional else ybar - slope * xbar)
`;
