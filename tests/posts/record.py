"""Records what this interpreter prints for the examples of the posts: python3.13 record.py

A name that ends in .repl.py is fed to the prompt, one line at a time; only stdout is kept, where
the prompt echoes values.
"""
import json
import pathlib
import subprocess
import sys

here = pathlib.Path(__file__).parent
answers = {}
for path in sorted(here.glob('*.py')):
    if path.name == 'record.py':
        continue
    if path.name.endswith('.repl.py'):
        command, text = [sys.executable, '-i', '-q'], path.read_text()
    else:
        command, text = [sys.executable, str(path)], None
    done = subprocess.run(command, input=text, capture_output=True, text=True)
    answers[path.name] = {'stdout': done.stdout, 'exit': done.returncode}
release = '.'.join(map(str, sys.version_info[:3]))
(here / 'expected.json').write_text(json.dumps({'release': release, 'answers': answers}, indent=2) + '\n')
