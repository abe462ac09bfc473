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
import re
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


def includers(commands):
    """For each of our headers, by the name it is included as, the source files that include it themselves."""
    found = {}
    for file in commands:
        for name in re.findall(r'^#include "([^"]+)"', file.read_text(), re.MULTILINE):
            found.setdefault(name, set()).add(file)
    return found


def base_commit():
    """What to compare with: $OCHAIN_BASE, or else the commit before the first one of the six hours that end with HEAD.

    What is older was looked at when it came; ./test --all looks at every file.
    """
    if os.environ.get("OCHAIN_BASE"):
        return os.environ["OCHAIN_BASE"]
    head = int(output_of("git", "log", "-1", "--format=%ct").strip())
    recent = output_of("git", "log", "--first-parent", f"--since={head - 6 * 3600}", "--format=%H %P").splitlines()
    parents = recent[-1].split()[1:] if recent else []
    return parents[0] if parents else None


def changed_sources(commands):
    """The source files that changed, and for each changed header one that includes it, its own if there is one."""
    base = base_commit()
    if base is None:
        print("clang-tidy: the whole history is of six hours: all files")
        return set(commands)
    names = output_of("git", "diff", "--name-only", "--diff-filter=d", base).split()
    names += output_of("git", "ls-files", "--others", "--exclude-standard").split()
    if ".clang-tidy" in names:
        print("clang-tidy: the checks themselves changed: all files")
        return set(commands)
    changed = {(ROOT / name).resolve() for name in names}
    chosen = {file for file in changed if file in commands}
    included = includers(commands)
    for header in sorted(file for file in changed if file.suffix == ".h"):
        own = header.with_suffix(".cpp")
        near = included.get(f"{header.parent.name}/{header.name}", set()) | included.get(header.name, set())
        if own in commands:
            chosen.add(own)
        elif near and not near & chosen:
            chosen.add(min(near))
    print(f"clang-tidy: {len(chosen)} files for what changed since {base[:12]}")
    return chosen


def arguments_of(entry):
    """The compiler's arguments without its name, a launcher, a precompiled header, the output and the file."""
    words = shlex.split(entry["command"])
    while not words[0].endswith(("g++", "clang++-14", "clang++", "c++")):
        words.pop(0)
    kept, skip = [], False
    for word, following in zip(words[1:], words[2:] + [""]):
        if skip:
            skip = False
        elif word in ("-o", "-c", "-MF", "-MT", "-MQ") or (word == "-include" and "cmake_pch" in following):
            skip = True
        elif word == "-isystem":  # in one word, so that each word stands for itself
            kept.append(word + following)
            skip = True
        elif word not in ("-MD", "-MMD", "-Winvalid-pch"):
            kept.append(word)
    return kept


def stamp_of(file, entry, tool):
    """Where it is noted that a file passes, by a hash of all that depends on; None if it cannot be preprocessed."""
    command = ["clang++-14", *arguments_of(entry), "-w", "-E", "-C", str(file)]
    seen = subprocess.run(command, cwd=entry["directory"], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    if seen.returncode != 0:
        return None
    text = b"\n".join(line for line in seen.stdout.split(b"\n") if not line.startswith(b"# "))
    key = hashlib.sha256(tool + " ".join(arguments_of(entry)).encode() + b"\0" + text).hexdigest()
    return STAMPS / key[:2] / key


def tidied(file, arguments, directory):
    """What clang-tidy says to a file, empty if it passes."""
    # Its count of suppressed warnings goes to standard error even then.
    command = ["clang-tidy-14", "--quiet", f"--config-file={ROOT / '.clang-tidy'}", str(file), "--", *arguments]
    run = subprocess.run(command, cwd=directory, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    if run.returncode == 0 and not run.stdout.strip():
        return ""
    return run.stdout if run.stdout.strip() else run.stderr


def joined(files, folder):
    """Several source files as one: most of the time goes into the headers, which then are read and searched once.

    They stand in one file instead of being included there, so that all is checked as in a file of its own. A macro
    between them lets the search for headers included twice begin anew; each main() gets a name of its own.
    """
    parts = []
    for number, file in enumerate(files):
        parts.append(f'#undef main\n#define main mainOf{number}\n#line 1 "{file}"\n{file.read_text()}\n')
    name = hashlib.sha256("\n".join(map(str, files)).encode()).hexdigest()[:16]
    path = folder / f"{files[0].stem}-{name}.cpp"
    path.write_text("".join(parts))
    return path


def analyse(files, commands, folder):
    """What is wrong in each of some files that are compiled alike: {file: text}, empty if all pass.

    Where something is found in several files at once, or these do not go together, each half is looked at by itself.
    """
    if len(files) == 1:
        entry = commands[files[0]]
        text = tidied(files[0], arguments_of(entry), entry["directory"])
        return {files[0]: text} if text else {}
    arguments = dict.fromkeys(f"-iquote{file.parent}" for file in files)  # each once, in order
    for file in files:
        arguments |= dict.fromkeys(arguments_of(commands[file]))
    path, directory = joined(files, folder), commands[files[0]]["directory"]
    fits = subprocess.run(["clang++-14", *arguments, "-w", "-fsyntax-only", str(path)], cwd=directory, stderr=subprocess.DEVNULL)
    if fits.returncode == 0 and not tidied(path, arguments, directory):
        return {}
    half = len(files) // 2
    return analyse(files[:half], commands, folder) | analyse(files[half:], commands, folder)


def batches(files, most=16):
    """Files of one folder together, in batches of about the same size."""
    by_folder = {}
    for file in sorted(files):
        by_folder.setdefault(file.parent, []).append(file)
    for group in by_folder.values():
        count = -(-len(group) // most)
        yield from (group[at::count] for at in range(count))


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
        chosen = set(commands) if options.all else changed_sources(commands)

    tool = output_of("clang-tidy-14", "--version").encode() + (ROOT / ".clang-tidy").read_bytes()
    folder = build / "tidy"
    folder.mkdir(exist_ok=True)
    failed = {}
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        stamps = dict(zip(chosen, pool.map(lambda file: stamp_of(file, commands[file], tool), chosen)))
        known = {file for file in chosen if stamps[file] and stamps[file].exists()}
        for file in known:
            stamps[file].touch()
        ahead = sorted(batches(chosen - known), key=len, reverse=True)
        jobs = {pool.submit(analyse, batch, commands, folder): batch for batch in ahead}
        for job in concurrent.futures.as_completed(jobs):
            failed |= job.result()
            for text in job.result().values():
                print(text.rstrip(), flush=True)
            for file in set(jobs[job]) - set(job.result()):
                if stamps[file]:
                    stamps[file].parent.mkdir(parents=True, exist_ok=True)
                    stamps[file].touch()
    forget_old_stamps()
    print(f"clang-tidy: {len(chosen)} files, {len(known)} of them known to pass, {len(failed)} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
