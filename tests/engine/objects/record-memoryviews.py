"""Records what real interpreters print for each program of memoryviews/ into memoryviews.json.

    python3 record-memoryviews.py PYTHON3.8 ... PYTHON3.15
"""
import json
import pathlib
import subprocess
import sys

here = pathlib.Path(__file__).parent
recorded = {}
for python in sys.argv[1:]:
    version = "import sys; print('%d.%d' % sys.version_info[:2])"
    release = subprocess.run([python, "-c", version], capture_output=True, text=True, check=True)
    for program in sorted((here / "memoryviews").glob("*.py")):
        run = subprocess.run([python, "-W", "ignore", str(program)], capture_output=True, text=True)
        if run.returncode != 0:
            raise SystemExit(f"{python}: {program.name}: {run.stderr}")
        runs = recorded.setdefault(program.stem, [])
        lines = run.stdout.splitlines()
        same = next((other for other in runs if other["lines"] == lines), None)
        if same is None:
            runs.append(same := {"releases": [], "lines": lines})
        same["releases"].append(release.stdout.strip())
(here / "memoryviews.json").write_text(json.dumps(recorded, indent=1) + "\n")
print({name: [run["releases"] for run in runs] for name, runs in recorded.items()})
