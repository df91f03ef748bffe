"""Joins the runs of record.py into syntax.recorded.json: each answer once, with the releases that gave it.

usage: python merge.py OUT.json 3.8.json 3.9.json ...
"""
import json
import sys


def main(out, paths):
    runs = [json.load(open(path)) for path in paths]
    names = ['.'.join(run['version'].split('.')[:2]) for run in runs]
    rows = []
    for key in ('right', 'wrong'):
        for answers in zip(*(run[key] for run in runs)):
            mode, source = answers[0][0], answers[0][1]
            by_answer = {}
            for name, answer in zip(names, answers):
                by_answer.setdefault(json.dumps(answer[2]), []).append(name)
            rows.append([mode, source, [[' '.join(at), json.loads(text)] for text, at in by_answer.items()]])
    data = {'versions': [run['version'] for run in runs], 'rows': rows}
    with open(out, 'w') as file:
        file.write('{"versions": %s,\n"rows": [\n' % json.dumps(data['versions']))
        file.write(',\n'.join(json.dumps(row, separators=(',', ':')) for row in rows))
        file.write('\n]}\n')


if __name__ == '__main__':
    main(sys.argv[1], sys.argv[2:])
