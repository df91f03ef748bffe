"""Records what real CPython prints for the programs in own/*.py.

    python3.13 tests/conformance/record.py 3.13=python3.13 3.14='nice python3.14' ...

Each own/AREA.py holds many small programs, each begun by a line `#: name`. own/AREA.json gets, for each
of them, the answers of every release that was named: {"name": {"digest", "answers": {"3.8 3.9": {...}}}},
releases with the same answer together. What is recorded already for the same text is not run again
(`--all` runs it nonetheless), and what belongs to no program any more is dropped.

A program is run twice: plainly, and with another hash seed, without site and with more in the
environment. It is refused when the answers differ. Addresses are recorded as `0x...`.
Those of own/prompt.py are typed at the prompt, which shows no `>>> ` here. Those of own/site.py are about
what the module site does, so they are never run without it.
"""

import concurrent.futures
import hashlib
import json
import os
import pathlib
import re
import shlex
import subprocess
import sys
import tempfile

own = pathlib.Path(__file__).resolve().parent / "own"
ADDRESS = re.compile(r"0x[0-9a-f]{9,}")
PROMPT = "prompt"
SITE = "site"
QUIET = "import sys\nsys.ps1 = sys.ps2 = ''\ndel sys\n"


def programs_of(path):
    """The programs of an area by name, in the order of the file."""
    programs = {}
    for piece in re.split(r"^#: ", path.read_text(), flags=re.M)[1:]:
        name, source = piece.split("\n", 1)
        assert re.fullmatch(r"[a-z0-9_]+", name), f"{path.name}: {name!r} is no name"
        assert name not in programs, f"{path.name}: {name} is there twice"
        programs[name] = source.rstrip("\n") + "\n"
    return programs


def run(command, folder, options, seed, typed):
    environment = {
        "PATH": os.environ["PATH"],
        "HOME": os.environ.get("HOME", "/"),
        "PYTHONHASHSEED": seed,
        "PYTHONIOENCODING": "utf-8",
        "PYTHONDONTWRITEBYTECODE": "1",
        "LD_LIBRARY_PATH": os.environ.get("LD_LIBRARY_PATH", ""),
    }
    if seed != "0":
        environment["PADDING"] = "x" * 3000
    if typed:
        environment["PYTHONSTARTUP"] = str(pathlib.Path(folder, "quiet.py"))
    done = subprocess.run(
        [*command, *options, *(["-q", "-i"] if typed else ["case.py"])],
        cwd=folder,
        env=environment,
        input=typed,
        capture_output=True,
        timeout=120,
    )
    answer = {"stdout": plain(done.stdout, folder), "exit": done.returncode}
    stderr = plain(done.stderr, folder)
    if typed and answer["exit"] == 0:
        stderr = stderr.removesuffix("\n")  # of Ctrl-D
    if stderr:
        answer["stderr"] = stderr
    return answer


def plain(output, folder):
    """Output as text, without the folder's name (tracebacks show it from 3.9 on) and addresses."""
    text = output.decode("utf-8", "surrogateescape").replace(f"{folder}/", "")
    return ADDRESS.sub("0x...", text)


def record(command, source, area):
    """The answer of one release, or why there is none."""
    typed = source.encode() if area == PROMPT else None
    with tempfile.TemporaryDirectory() as folder:
        pathlib.Path(folder, "case.py").write_text(source)
        pathlib.Path(folder, "quiet.py").write_text(QUIET)
        answer = run(command, folder, [], "0", typed)
        again = run(command, folder, [] if area == SITE else ["-S"], "7", typed)
    if answer != again:
        return None, f"two runs differ: {answer} {again}"
    return answer, None


def by_release(entry):
    """{"3.8 3.9": answer} as {"3.8": answer, "3.9": answer}."""
    return {r: answer for key, answer in entry["answers"].items() for r in key.split()}


def grouped(answers):
    groups = {}
    for release in sorted(answers, key=lambda text: int(text.split(".")[1])):
        groups.setdefault(json.dumps(answers[release], sort_keys=True), []).append(release)
    return {" ".join(releases): json.loads(text) for text, releases in groups.items()}


def record_area(path, commands, everything, pool):
    target = path.with_suffix(".json")
    before = json.loads(target.read_text()) if target.exists() else {}
    entries, jobs = {}, {}
    for name, source in programs_of(path).items():
        digest = hashlib.sha256(source.encode()).hexdigest()[:12]
        old = before.get(name)
        known = by_release(old) if old and old["digest"] == digest and not everything else {}
        entries[name] = (digest, known)
        for release, command in commands.items():
            if release not in known:
                jobs[pool.submit(record, command, source, path.stem)] = (name, release)
    refused = 0
    for job in concurrent.futures.as_completed(jobs):
        name, release = jobs[job]
        answer, why = job.result()
        if answer is None:
            refused += 1
            print(f"{path.stem}/{name} {release}: {why}", file=sys.stderr)
        else:
            entries[name][1][release] = answer
    out = {
        name: {"digest": digest, "answers": grouped(known)}
        for name, (digest, known) in entries.items()
    }
    target.write_text(json.dumps(out, indent=1) + "\n")
    return len(entries), len(jobs) - refused, refused


def main(args):
    everything = "--all" in args
    commands = {}
    areas = []
    for arg in args:
        if "=" in arg:
            release, command = arg.split("=", 1)
            commands[release] = shlex.split(command)
        elif not arg.startswith("--"):
            areas.append(arg)
    bad = 0
    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        for path in sorted(own.glob("*.py")):
            if areas and path.stem not in areas:
                continue
            count, recorded, refused = record_area(path, commands, everything, pool)
            print(f"{path.stem}: {count} programs, {recorded} answers recorded, {refused} refused")
            bad += refused
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
