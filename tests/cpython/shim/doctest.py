"""A small doctest: examples compared as text, with the options that CPython's tests use."""
import sys
import unittest

ELLIPSIS, NORMALIZE_WHITESPACE, IGNORE_EXCEPTION_DETAIL, SKIP = 1, 2, 4, 8
_OPTIONS = {
    'ELLIPSIS': ELLIPSIS,
    'NORMALIZE_WHITESPACE': NORMALIZE_WHITESPACE,
    'IGNORE_EXCEPTION_DETAIL': IGNORE_EXCEPTION_DETAIL,
    'SKIP': SKIP,
}
_TRACEBACK = 'Traceback (most recent call last):'


class Example:
    def __init__(self, source, want, line):
        self.source, self.want, self.line = source, want, line
        self.options = 0
        for text in source.split('\n'):
            _, found, words = text.partition('# doctest:')
            if found:
                for word in words.replace(',', ' ').split():
                    self.options |= _OPTIONS[word.lstrip('+')]


def examples(text):
    """The examples of a text, in order."""
    lines = text.expandtabs().split('\n')
    found, at = [], 0
    while at < len(lines):
        line = lines[at]
        stripped = line.lstrip()
        at += 1
        if not (stripped.startswith('>>> ') or stripped == '>>>'):
            continue
        indent = len(line) - len(stripped)
        start, source = at, [stripped[4:]]
        while at < len(lines) and lines[at][indent:indent + 3] == '...':
            source.append(lines[at][indent + 4:])
            at += 1
        want = []
        while at < len(lines) and lines[at].strip() and not lines[at][indent:].startswith('>>>'):
            want.append(lines[at][indent:])
            at += 1
        found.append(Example('\n'.join(source) + '\n', '\n'.join(want), start))
    return found


class _Output:
    def __init__(self):
        self.pieces = []

    def write(self, text):
        self.pieces.append(text)

    def flush(self):
        pass


def _exception_text(error):
    name = type(error).__qualname__
    module = type(error).__module__
    if module not in ('builtins', '__main__'):
        name = module + '.' + name
    text = str(error)
    return name + ': ' + text if text else name


def _run(example, namespace):
    """What the example prints, or the text of its exception behind the traceback's first line."""
    output, old = _Output(), sys.stdout
    sys.stdout = output
    try:
        exec(compile(example.source, '<doctest>', 'single'), namespace)
        raised = None
    except Exception as e:
        raised = _exception_text(e)
    finally:
        sys.stdout = old
    return ''.join(output.pieces), raised


def _matches_ellipsis(want, got):
    first, *rest = want.split('...')
    if not got.startswith(first):
        return False
    at = len(first)
    for i, piece in enumerate(rest):
        last = i == len(rest) - 1
        found = got.rfind(piece, at) if last and piece == '' else got.find(piece, at)
        if last:
            return got.endswith(piece) and len(got) - len(piece) >= at
        if found < 0:
            return False
        at = found + len(piece)
    return at == len(got)


def _same(want, got, options):
    want = '\n'.join('' if line == '<BLANKLINE>' else line for line in want.split('\n'))
    want, got = want.rstrip('\n'), got.rstrip('\n')
    if want == got or (want, got) in (('1', 'True'), ('0', 'False')):
        return True
    if options & NORMALIZE_WHITESPACE:
        want, got = ' '.join(want.split()), ' '.join(got.split())
    if want == got:
        return True
    return bool(options & ELLIPSIS) and _matches_ellipsis(want, got)


def _wanted_exception(want):
    """The exception that the example wants, without the lines of the traceback; None for output."""
    lines = want.split('\n')
    if lines[0] not in (_TRACEBACK, 'Traceback (innermost last):'):
        return None
    for i, line in enumerate(lines[1:], 1):
        if line and not line.startswith((' ', '...')):
            return '\n'.join(lines[i:])
    return ''


def _judge(example, output, raised, options):
    wanted = _wanted_exception(example.want)
    if raised is None:
        return wanted is None and _same(example.want, output, options)
    if wanted is None:
        return False
    if options & IGNORE_EXCEPTION_DETAIL:
        wanted, raised = wanted.split(':')[0], raised.split(':')[0].rpartition('.')[2]
    if wanted.startswith('SyntaxError') and raised.startswith('SyntaxError'):
        raised = raised.partition(' (<doctest>')[0]
    return _same(wanted, raised, options)


def _is_blank(source):
    return all(not line.strip() or line.strip().startswith('#') for line in source.split('\n'))


def run_text(text, namespace, options=0):
    """@returns what went wrong, '' when nothing did"""
    for example in examples(text):
        if example.options & SKIP or _is_blank(example.source):
            continue
        output, raised = _run(example, namespace)
        if not _judge(example, output, raised, options | example.options):
            got = output if raised is None else raised
            return 'line %d: %r gave %r, wanted %r' % (
                example.line, example.source[:150], got[:150], example.want[-150:])
    return ''


def _texts(module):
    """The docstrings of a module's own functions and classes, and its `__test__`, by name."""
    texts = {}
    if module.__doc__:
        texts['module'] = module.__doc__
    for name, value in module.__dict__.items():
        if getattr(value, '__module__', None) == module.__name__ and hasattr(value, '__qualname__'):
            texts[name] = value.__doc__
    for name, value in module.__dict__.get('__test__', {}).items():
        texts['__test__.' + name] = value if isinstance(value, str) else value.__doc__
    return {name: text for name, text in texts.items() if text and '>>>' in text}


def DocTestSuite(module=None, optionflags=0, **kwargs):
    return _texts(module), optionflags


def run_module(module, options=0, without=(), out=print):
    """Runs the doctests of a module, a line each text."""
    for name, text in _texts(module).items():
        label = 'doctest.' + name
        if label in without:
            continue
        out('run', label)
        why = run_text(text, dict(module.__dict__), options)
        out('FAIL' if why else 'ok', label, ascii(why) if why else '')
