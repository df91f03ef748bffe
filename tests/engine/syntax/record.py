"""Records what a real CPython makes of the corpus: trees of the right programs, errors of the wrong.

usage: python record.py OUT.json     (one run per release; merge.py joins the runs)
"""
import json
import sys
import warnings

import astdump
import corpus

warnings.simplefilter('ignore')
sys.setrecursionlimit(20000)


def error(source, mode):
    try:
        compile(source, '<s>', mode)
        return 'ok'
    except SyntaxError as e:
        end = (getattr(e, 'end_lineno', None), getattr(e, 'end_offset', None))
        return [type(e).__name__, e.msg, e.lineno, e.offset, end[0], end[1], e.text]
    except Exception as e:
        return [type(e).__name__, str(e)]


def parse_error(source, mode):
    """Only what the parser raises: the compiler's errors are not asked of ours."""
    import ast
    try:
        ast.parse(source, '<s>', mode)
        return 'ok'
    except SyntaxError:
        return error(source, mode)
    except Exception as e:
        return [type(e).__name__, str(e)]


def tree(source, mode):
    try:
        return astdump.dump(source, mode)
    except Exception as e:
        return parse_error(source, mode)


def main(out):
    right = [('exec', s) for s in corpus.RIGHT] + [('eval', s) for s in corpus.EVAL_RIGHT]
    right += [('single', s) for s in corpus.SINGLE_RIGHT]
    wrong = [('exec', s) for s in dict.fromkeys(corpus.WRONG)] + [('eval', s) for s in corpus.EVAL_WRONG]
    wrong += [('single', s) for s in corpus.SINGLE_WRONG]
    data = {
        'version': '%d.%d.%d' % sys.version_info[:3],
        'right': [[mode, s, tree(s, mode)] for mode, s in right],
        'wrong': [[mode, s, parse_error(s, mode)] for mode, s in wrong],
    }
    with open(out, 'w') as file:
        json.dump(data, file)


if __name__ == '__main__':
    main(sys.argv[1])
