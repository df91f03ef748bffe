"""Records what a real CPython prints for every program of the course.

    python3.13 tests/content/record.py

writes tests/content/recorded/<release>.json, which programs.test.ts compares with the engine.
Run it with each release anew when a program was added or changed. Variables of the environment that
a program needs stand beside it, in <name>.env.
"""

import json
import os
import pathlib
import platform
import subprocess
import sys

# An interpreter that needs a wrapper to start names it in RECORD_WITH.
command = os.environ.get("RECORD_WITH", sys.executable)
root = pathlib.Path(__file__).resolve().parents[2]
content = root / "src" / "content"
files = sorted([*content.glob("programs/*.py"), *content.glob("exercises/**/*.py")])


def run(path):
    name = path.relative_to(root).as_posix()
    environment = {**os.environ, "PYTHONHASHSEED": "0"}
    beside = path.with_suffix(".env")
    if beside.exists():
        environment.update(line.split("=", 1) for line in beside.read_text().split())
    done = subprocess.run(
        [command, name], cwd=root, env=environment, capture_output=True, text=True
    )
    return name, {"stdout": done.stdout, "stderr": done.stderr.replace(f"{root}/", ""), "code": done.returncode}


release = platform.python_version()
recorded = {"release": release, "programs": dict(map(run, files))}
target = root / "tests" / "content" / "recorded" / f"{release}.json"
target.write_text(json.dumps(recorded, indent=2) + "\n")
print(f"{len(files)} programs under {release}: {target.relative_to(root)}")
