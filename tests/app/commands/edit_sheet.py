#!/usr/bin/env python3
# SPDX-FileCopyrightText: O-chain contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Edits cells of a workbook in LibreOffice, as a person would, and saves it as a workbook.

edit_sheet.py PROFILE IN OUT [SHEET KEY COLUMN TYPED]...   a cell is found by the key of its row and the name of its column
"""

import os
import pathlib
import subprocess
import sys
import time

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException

SECONDS = 120


def connected(child, pipe):
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    until = time.monotonic() + SECONDS
    while time.monotonic() < until and child.poll() is None:
        try:
            return resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
        except NoConnectException:
            time.sleep(0.2)
    raise SystemExit("LibreOffice does not answer")


def option(name, value):
    chosen = PropertyValue()
    chosen.Name, chosen.Value = name, value
    return chosen


def cell_of(sheet, key, column):
    cursor = sheet.createCursor()
    cursor.gotoEndOfUsedArea(False)
    last = cursor.getRangeAddress()
    columns = [sheet.getCellByPosition(i, 0).getString() for i in range(last.EndColumn + 1)]
    for row in range(last.EndRow + 1):
        if sheet.getCellByPosition(0, row).getString() == key:
            return sheet.getCellByPosition(columns.index(column), row)
    raise SystemExit(f"{key} is not there")


def edit(desktop, source, target, edits):
    document = desktop.loadComponentFromURL(source.as_uri(), "_blank", 0, (option("Hidden", True),))
    for sheet, key, column, typed in edits:
        cell = cell_of(document.Sheets.getByName(sheet), key, column)
        cell.setFormula(typed)  # is read as what is typed: a number, a date, a formula, a text
    document.storeToURL(target.as_uri(), (option("FilterName", "Calc MS Excel 2007 XML"),))
    document.close(True)


def main():
    profile, source, target = (pathlib.Path(name).absolute() for name in sys.argv[1:4])
    words = sys.argv[4:]
    pipe = f"ochain-{os.getpid()}"
    child = subprocess.Popen(["soffice", "--headless", "--norestore", "--nologo", "--nodefault",
                              f"-env:UserInstallation={profile.as_uri()}", f"--accept=pipe,name={pipe};urp;"])
    try:
        context = connected(child, pipe)
        desktop = context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
        edit(desktop, source, target, [words[i:i + 4] for i in range(0, len(words), 4)])
        try:
            desktop.terminate()
        except Exception:  # the answer may be cut off by the end that was asked for
            pass
        child.wait(SECONDS)
    finally:
        if child.poll() is None:
            child.kill()


main()
