"""Records what the real CPython 3.13.0 prints for each program of containers/ into containers.json.

    PYTHON=~/.pyenv/versions/3.13.0/bin/python python3 record-containers.py
"""
import json
import os
import pathlib
import subprocess

here = pathlib.Path(__file__).parent
python = os.path.expanduser(os.environ.get("PYTHON", "~/.pyenv/versions/3.13.0/bin/python"))
recorded = {}
for program in sorted((here / "containers").glob("*.py")):
    run = subprocess.run(
        [python, "-W", "ignore", str(program)],
        env={"PYTHONHASHSEED": "0", "PATH": os.environ["PATH"]},
        capture_output=True,
        text=True,
    )
    if run.returncode != 0:
        raise SystemExit(f"{program.name}: {run.stderr}")
    recorded[program.stem] = run.stdout
(here / "containers.json").write_text(json.dumps(recorded, indent=1) + "\n")
print(len(recorded), "programs recorded")
