"""Records what Python programs ask of CPython's allocator, and what its collector has before it.

    python3.14 tools/construct/record.py [INTERPRETER]

runs src/construct/workloads/*.py on a real CPython and writes a .json beside each. Needs a C compiler for requests.c.
"""

import json
import os
import pathlib
import subprocess
import sys
import tempfile

here = pathlib.Path(__file__).resolve().parent
folder = here.parents[1] / "src" / "construct" / "workloads"
command = sys.argv[1] if len(sys.argv) > 1 else sys.executable
THRESHOLD = 512
# A Node with two slots, and its GC header.
NODE = 48

# What the interpreter imports before the program: its names are built in, so that the program's own dict is as ever.
BEFORE = '''
import builtins, ctypes, gc, json, sys

requests = ctypes.CDLL(%r)
for name in ("listen", "start", "stop"):
    getattr(requests, name).restype = None
requests.listen()

HAVE_GC = 1 << 14


def counts(objects):
    """What getrefcount adds to the counts of a list's items, seen from here."""
    fresh = [object()]
    for one in fresh:
        more = sys.getrefcount(one)
    for one in objects:
        yield sys.getrefcount(one) - more


def collect(generation):
    objects = gc.get_objects(generation=generation)
    place = {id(one): index for index, one in enumerate(objects)}
    graph = [{"type": type(one).__name__, "refcount": count} for one, count in zip(objects, list(counts(objects)))]
    for one, told in zip(objects, graph):
        below = [child for child in gc.get_referents(one) if type(child).__flags__ & HAVE_GC]
        told["to"] = [place.get(id(child), -1) for child in below]
    del objects, one, below
    gc.set_debug(gc.DEBUG_SAVEALL)
    gc.collect(generation)
    gc.set_debug(0)
    print(json.dumps({"objects": graph, "unreachable": [place[id(one)] for one in gc.garbage]}), file=sys.stderr)
    gc.garbage.clear()


builtins.start_listening, builtins.stop_listening, builtins.told_collect = requests.start, requests.stop, collect
# A full collection empties the free lists, which hold what these imports left.
gc.collect()
'''


def told(text):
    """What the program writes to stderr, run with the hooks."""
    with tempfile.TemporaryDirectory() as work:
        library = os.path.join(work, "requests.so")
        subprocess.run(["cc", "-shared", "-fPIC", "-O1", "-o", library, str(here / "requests.c")], check=True)
        pathlib.Path(work, "sitecustomize.py").write_text(BEFORE % library)
        program = pathlib.Path(work, "program.py")
        program.write_text(text)
        environment = {**os.environ, "PYTHONPATH": work, "PYTHONHASHSEED": "0"}
        done = subprocess.run([command, str(program)], env=environment, stderr=subprocess.PIPE, check=True)
        return done.stderr.decode()


class Requests:
    """One request a number: bytes for malloc, minus the request's place for free."""

    def __init__(self, wanted):
        self.list, self.places, self.wanted = [], {}, wanted

    def malloc(self, block, size):
        if size <= THRESHOLD and self.wanted(size):
            self.list.append(max(1, size))
            self.places[block] = len(self.list)

    def free(self, block):
        if block in self.places:
            self.list.append(-self.places.pop(block))

    def realloc(self, old, new, size):
        # As pymalloc does it: a new block, then the old one back; nothing when it stays.
        if old != new:
            self.malloc(new, size)
            self.free(old)


def requests(name, wanted):
    *lines, end = (folder / (name + ".py")).read_text().splitlines()
    found = Requests(wanted)
    for line in told("\n".join(["start_listening()", *lines, "stop_listening()", end, ""])).splitlines():
        kind, new, old, size = line.split()
        if kind == "m":
            found.malloc(new, int(size))
        elif kind == "f":
            found.free(old)
        else:
            found.realloc(old, new, int(size))
    return {"requests": found.list}


def graph(name):
    text = (folder / (name + ".py")).read_text()
    return json.loads(told(text.replace("gc.collect(0)", "told_collect(0)")))


release = subprocess.check_output([command, "-c", "import platform; print(platform.python_version())"], text=True).strip()
workloads = {
    "chain": requests("chain", lambda size: size == NODE),
    "words": requests("words", lambda size: True),
    "rings": graph("rings"),
}
for name, workload in workloads.items():
    recorded = {"release": release, "program": name + ".py", **workload}
    (folder / (name + ".json")).write_text(json.dumps(recorded, separators=(",", ":")) + "\n")
    print(name, "under", release)
