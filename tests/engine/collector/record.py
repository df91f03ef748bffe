"""Writes programs.json: what the real CPython prints for each program of programs/. Run it with python3.13."""
import json, os, subprocess, sys
here = os.path.dirname(os.path.abspath(__file__))
folder = os.path.join(here, 'programs')
outputs = {}
for name in sorted(os.listdir(folder)):
    run = subprocess.run([sys.executable, os.path.join(folder, name)], capture_output=True, text=True,
                         env={**os.environ, 'PYTHONHASHSEED': '0'})
    assert run.returncode == 0, (name, run.stderr)
    outputs[name] = run.stdout
with open(os.path.join(here, 'programs.json'), 'w') as f:
    json.dump(outputs, f, indent=1)
    f.write('\n')
