#!/usr/bin/env python3
# SPDX-FileCopyrightText: O-chain contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs clang-tidy over what a build compiles, and remembers what passed.

A file is analysed again only when what the compiler sees of it, the checks or the tool have changed: a stamp for each
passed file is kept in the user's cache folder under the hash of these.
"""

import argparse
import concurrent.futures
import hashlib
import json
import os
import pathlib
import shlex
import subprocess
import sys
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent
ROOMS = ("app", "data", "models", "tests", "views")
STAMPS = pathlib.Path(os.environ.get("XDG_CACHE_HOME") or pathlib.Path.home() / ".cache") / "ochain" / "clang-tidy"


def output_of(*command, cwd=ROOT):
    return subprocess.run(command, cwd=cwd, check=True, stdout=subprocess.PIPE, text=True).stdout


def is_ours(path):
    return path.is_relative_to(ROOT) and path.relative_to(ROOT).parts[0] in ROOMS


def compile_commands(build):
    """The compile command of each of our source files; what the build generated is left out."""
    commands = {}
    for entry in json.loads((build / "compile_commands.json").read_text()):
        file = (pathlib.Path(entry["directory"]) / entry["file"]).resolve()
        if is_ours(file) and not file.is_relative_to(build):
            commands[file] = entry
    return commands


def headers_seen(build, commands):
    """For each of our headers the source files that include it, as the last build noted."""
    seen = {}
    outputs = {entry.get("output", ""): file for file, entry in commands.items()}
    file = None
    for line in output_of("ninja", "-C", str(build), "-t", "deps").splitlines():
        if line and not line.startswith(" "):
            file = outputs.get(line.split(":")[0])
        elif file and line.strip():
            header = (build / line.strip()).resolve()
            if header.suffix == ".h" and is_ours(header):
                seen.setdefault(header, set()).add(file)
    return seen


def base_commit():
    """What to compare with: $OCHAIN_BASE, or else the commit before the first one of the day that ends with HEAD."""
    if os.environ.get("OCHAIN_BASE"):
        return os.environ["OCHAIN_BASE"]
    head = int(output_of("git", "log", "-1", "--format=%ct").strip())
    recent = output_of("git", "log", "--first-parent", f"--since={head - 24 * 3600}", "--format=%H %P").splitlines()
    parents = recent[-1].split()[1:] if recent else []
    return parents[0] if parents else None


def changed_sources(build, commands):
    """The source files that changed, and for each changed header one that includes it, its own if there is one."""
    base = base_commit()
    if base is None:
        print("clang-tidy: the whole history is of one day: all files")
        return set(commands)
    names = output_of("git", "diff", "--name-only", "--diff-filter=d", base).split()
    names += output_of("git", "ls-files", "--others", "--exclude-standard").split()
    if {".clang-tidy", ".ci/tidy.py"} & set(names):
        print("clang-tidy: the checks themselves changed: all files")
        return set(commands)
    changed = {(ROOT / name).resolve() for name in names}
    chosen = {file for file in changed if file in commands}
    seen = headers_seen(build, commands)
    for header in sorted(file for file in changed if file.suffix == ".h" and file in seen):
        own = header.with_suffix(".cpp")
        if own in commands:
            chosen.add(own)
        elif not seen[header] & chosen:
            chosen.add(min(seen[header]))
    print(f"clang-tidy: {len(chosen)} files for what changed since {base[:12]}")
    return chosen


def arguments_of(entry):
    """The compiler's arguments without its name, a launcher, the output and the file."""
    words = shlex.split(entry["command"])
    while words and not words[0].startswith("-"):
        words.pop(0)
    kept, skip = [], False
    for word in words:
        if skip:
            skip = False
        elif word in ("-o", "-c", "-MF", "-MT", "-MQ"):
            skip = True
        elif word not in ("-MD", "-MMD"):
            kept.append(word)
    return kept


def key_of(file, entry, tool):
    """A hash of all that the result depends on; None if the file cannot be preprocessed."""
    command = ["clang++-14", *arguments_of(entry), "-w", "-E", "-C", str(file)]
    seen = subprocess.run(command, cwd=entry["directory"], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    if seen.returncode != 0:
        return None
    text = b"\n".join(line for line in seen.stdout.split(b"\n") if not line.startswith(b"# "))
    return hashlib.sha256(tool + " ".join(arguments_of(entry)).encode() + b"\0" + text).hexdigest()


def analyse(file, entry, build, tool):
    """Whether a file passes, whether a stamp said so, and what clang-tidy printed."""
    key = key_of(file, entry, tool)
    stamp = STAMPS / key[:2] / key if key else None
    if stamp and stamp.exists():
        stamp.touch()
        return True, True, ""
    # The dependencies' option is GCC's; clang-tidy prints its count of suppressed warnings to standard error.
    run = subprocess.run(["clang-tidy-14", "--quiet", "-p", str(build), str(file)], cwd=ROOT,
                         stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    if run.returncode == 0:
        if stamp:
            stamp.parent.mkdir(parents=True, exist_ok=True)
            stamp.touch()
        return True, False, ""
    return False, False, run.stdout + (run.stderr if not run.stdout else "")


def forget_old_stamps(days=60):
    for stamp in STAMPS.glob("*/*"):
        if stamp.stat().st_mtime < time.time() - days * 86400:
            stamp.unlink(missing_ok=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--build", required=True, help="build folder that has been built")
    parser.add_argument("--all", action="store_true", help="every file, not only what changed")
    parser.add_argument("files", nargs="*", help="just these source files")
    options = parser.parse_args()

    build = pathlib.Path(options.build).resolve()
    commands = compile_commands(build)
    if options.files:
        chosen = {pathlib.Path(name).resolve() for name in options.files}
        unknown = chosen - set(commands)
        if unknown:
            sys.exit("not compiled by this build: " + ", ".join(str(file) for file in sorted(unknown)))
    else:
        chosen = set(commands) if options.all else changed_sources(build, commands)

    tool = output_of("clang-tidy-14", "--version").encode() + (ROOT / ".clang-tidy").read_bytes()
    failed, known = [], 0
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        jobs = {pool.submit(analyse, file, commands[file], build, tool): file for file in sorted(chosen)}
        for job in concurrent.futures.as_completed(jobs):
            passed, was_known, text = job.result()
            known += was_known
            if not passed:
                failed.append(jobs[job])
                print(text.rstrip(), flush=True)
    forget_old_stamps()
    print(f"clang-tidy: {len(chosen)} files, {known} of them known to pass, {len(failed)} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
