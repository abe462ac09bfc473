#!/usr/bin/env python3
# SPDX-FileCopyrightText: O-chain contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Finds types of one name that two files define in the same namespace of the program.

No compiler tells: each file is right by itself, and the linker keeps the functions of one for both.
"""

import collections
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
NAMESPACE = re.compile(r"^(?:inline )?namespace ?([\w:]*) ?\{$")
END = re.compile(r"^\}.*// namespace ?([\w:]*)")
TYPE = re.compile(r"^(?:enum class|enum|class|struct|union) (\w+)(?: final)?(?: ?:[^:;].*)?(?: ?\{.*)?$")


def types_in(path):
    """Names of types that a file defines outside of anything but a namespace that has a name."""
    spaces = []
    lines = path.read_text(encoding="utf-8").splitlines()
    for number, line in enumerate(lines):
        if begins := NAMESPACE.match(line):
            spaces.append(begins.group(1))
        elif END.match(line) and spaces:
            spaces.pop()
        elif spaces and all(spaces) and (found := TYPE.match(line)) and not line.endswith(";"):
            is_template = number > 0 and lines[number - 1].startswith("template <>")
            if not is_template:
                yield "::".join(spaces + [found.group(1)])


def main():
    homes = collections.defaultdict(set)
    for folder in ("app", "models", "views"):
        for path in sorted((ROOT / folder).rglob("*")):
            if path.suffix in (".h", ".cpp"):
                for name in types_in(path):
                    homes[name].add(path.relative_to(ROOT))
    twice = {name: paths for name, paths in sorted(homes.items()) if len(paths) > 1}
    for name, paths in twice.items():
        print(f"{name} is defined in {' and in '.join(str(path) for path in sorted(paths))}: rename one, "
              "or put it where nobody else can see it")
    print(f"names: {len(homes)} types, {len(twice)} defined twice")
    return 1 if twice else 0


if __name__ == "__main__":
    sys.exit(main())
