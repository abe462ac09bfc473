// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "editing/workbook_about.h"

#include <QCoreApplication>
#include <QDate>

namespace ochain {

namespace {

std::string aboutText(const char* text)
{
    return QCoreApplication::translate("ochain::WorkbookAbout", text).toStdString();
}

} // namespace

WorkbookAbout workbookAbout(const QString& version, const QString& file)
{
    WorkbookAbout about;
    about.lines = {
        {aboutText(QT_TRANSLATE_NOOP("ochain::WorkbookAbout", "Program")), "O-chain " + version.toStdString()},
        {aboutText(QT_TRANSLATE_NOOP("ochain::WorkbookAbout", "File")), file.toStdString()},
        {aboutText(QT_TRANSLATE_NOOP("ochain::WorkbookAbout", "Written")),
         QDate::currentDate().toString(Qt::ISODate).toStdString()},
        {aboutText(QT_TRANSLATE_NOOP("ochain::WorkbookAbout", "Lens")),
         aboutText(QT_TRANSLATE_NOOP("ochain::WorkbookAbout",
                                     "as known today; every row as it stands, nothing left out or weighted"))},
        {aboutText(QT_TRANSLATE_NOOP("ochain::WorkbookAbout", "Way back")),
         aboutText(QT_TRANSLATE_NOOP("ochain::WorkbookAbout",
                                     "an import reads the sheets that are named as tables, and not this one"))}};
    about.tableHeads = {aboutText(QT_TRANSLATE_NOOP("ochain::WorkbookAbout", "Table")),
                        aboutText(QT_TRANSLATE_NOOP("ochain::WorkbookAbout", "Rows"))};
    about.sourceHeads = {aboutText(QT_TRANSLATE_NOOP("ochain::WorkbookAbout", "Publisher")),
                         aboutText(QT_TRANSLATE_NOOP("ochain::WorkbookAbout", "Title")),
                         aboutText(QT_TRANSLATE_NOOP("ochain::WorkbookAbout", "Date")),
                         aboutText(QT_TRANSLATE_NOOP("ochain::WorkbookAbout", "Address"))};
    return about;
}

} // namespace ochain
