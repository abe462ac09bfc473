#!/usr/bin/env python3
# SPDX-FileCopyrightText: O-chain contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Holds every include of a room against the libraries the room links: what no link line leads to may not be included.

The compiler cannot tell, since rooms that lie beside one another share an include path.
"""

import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
KEYWORDS = {"SOURCES", "PUBLIC", "PRIVATE", "PRECOMPILED"}


class Room:
    """What a call of ochain_room() says."""

    def __init__(self, folder, words):
        self.folder = folder
        self.target = words[0]
        parts = {keyword: [] for keyword in KEYWORDS}
        part = None
        for word in words[1:]:
            if word in KEYWORDS:
                part = parts[word]
            elif part is not None:
                part.append(word)
        self.public = set(parts["PUBLIC"])
        self.linked = self.public | set(parts["PRIVATE"])
        self.files = [folder / name for name in parts["SOURCES"]]


def all_rooms():
    rooms = {}
    for listing in sorted(ROOT.glob("*/**/CMakeLists.txt")):
        folder = listing.relative_to(ROOT)
        if folder.parts[0] not in ("models", "views", "app"):
            continue
        text = re.sub(r"#.*", "", listing.read_text())
        for call in re.findall(r"^ochain_room\(([^)]*)\)", text, re.MULTILINE):
            room = Room(listing.parent, re.sub(r'"[^"]*"', "", call).split())
            rooms[room.target] = room
    return rooms


def reached(room, rooms):
    """The rooms that one may include from: those linked, and what these show to whoever links them."""
    found, ahead = set(), [target for target in room.linked if target in rooms]
    while ahead:
        target = ahead.pop()
        if target not in found:
            found.add(target)
            ahead += [each for each in rooms[target].public if each in rooms]
    return found


def main():
    rooms = all_rooms()
    if len(rooms) < 10:
        sys.exit("arrows: found only " + ", ".join(rooms) + "; ochain_room() is called in another way than before")
    named = {room.folder.name: room for room in rooms.values()}
    wrong = []
    for room in rooms.values():
        allowed = {rooms[target].folder.name for target in reached(room, rooms)} | {room.folder.name}
        for file in room.files:
            for number, line in enumerate(file.read_text().splitlines(), 1):
                include = re.match(r'#include "(\w+)/', line)
                if include and include[1] in named and include[1] not in allowed:
                    wrong.append(f"{file.relative_to(ROOT)}:{number}: {include[1]} is not linked by {room.target}: {line}")
    print("\n".join(wrong + [f"arrows: {len(rooms)} rooms, {len(wrong)} includes against them"]))
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
