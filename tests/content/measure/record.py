"""Measures the numbers that the course states, on a real CPython.

    python3.13 tests/content/measure/record.py

writes src/content/measured/<release>.json: the release, the day, and what quick.py and long.py print. Both run on
2.7 too, this runs on 3.6 and later and takes the interpreter from its argument; one that needs a wrapper is named so.
"""

import datetime
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile

here = pathlib.Path(__file__).resolve().parent
root = here.parents[2]
command = sys.argv[1] if len(sys.argv) > 1 else sys.executable


def ask(*arguments, typed=None):
    done = subprocess.run(
        [command, *arguments],
        input=typed,
        env={**os.environ, "PYTHONHASHSEED": "0"},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        universal_newlines=True,
        check=True,
    )
    return done.stdout, done.stderr


def told(text):
    return {name: int(value) for name, value in (line.split() for line in text.splitlines())}


release = ask("-c", "import platform; print(platform.python_version())")[0].strip()
quick, statistics = ask(str(here / "quick.py"))
facts = told(quick)
# Where the system puts arenas is chance, and some happen to be aligned: the fewest pools of several runs are told.
runs = [told(ask(str(here / "quick.py"))[0])["arena.pools"] for _ in range(9)]
facts["arena.pools"] = min(runs)
for name, pattern in {
    "threshold": r"Small block threshold = (\d+)",
    "classes": r"in (\d+) size classes",
    "arena": r"arenas \* (\d+) bytes/arena",
}.items():
    found = re.search(pattern, statistics)
    if found:
        facts[name] = int(found.group(1))
facts.update(told(ask(str(here / "long.py"))[0]))
words = ["resident", "growing"]
if release.startswith("2"):
    words += ["ten-million", "ten-million-kept"]
for word in words:
    facts.update(told(ask(str(here / "long.py"), word)[0]))
# The count of the int 1, and when one more name has it: in a script, and typed.
ONE = "import sys\ni = 1\nprint(sys.getrefcount(i))\na = i\nprint(sys.getrefcount(i))\n"
with tempfile.NamedTemporaryFile("w", suffix=".py") as script:
    script.write(ONE)
    script.flush()
    lines = ask(script.name)[0].split()
facts["count.one"], facts["count.one.more"] = map(int, lines)
facts["count.one.typed"] = int(ask("-i", typed=ONE)[0].split()[0])
recorded = {"release": release, "date": datetime.date.today().isoformat(), "facts": facts}
target = root / "src" / "content" / "measured" / (release + ".json")
target.write_text(json.dumps(recorded, indent=2) + "\n")
print(len(facts), "facts of", release)
