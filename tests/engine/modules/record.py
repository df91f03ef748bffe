"""Records what a real CPython prints for each program beside this file: recorded/<version>.json.

    python3.13 tests/engine/modules/record.py
"""
import json
import pathlib
import subprocess
import sys

here = pathlib.Path(__file__).parent
version = '%d.%d' % sys.version_info[:2]
recorded = {}
for program in sorted((here / 'programs').glob('*.py')):
    run = subprocess.run([sys.executable, program.name], cwd=program.parent, capture_output=True,
                         text=True, env={'PYTHONHASHSEED': '0', 'PYTHONIOENCODING': 'utf-8'})
    if run.returncode != 0:
        sys.exit(f'{program.name}: {run.stderr}')
    # tracebacks name the whole path
    recorded[program.stem] = run.stdout.replace(f'{program.parent}/', '')
target = here / 'recorded' / f'{version}.json'
target.write_text(json.dumps(recorded, indent=1, ensure_ascii=False) + '\n', encoding='utf-8')
print(len(recorded), 'programs')
