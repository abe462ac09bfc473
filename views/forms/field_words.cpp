// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "forms/field_words.h"

#include "document/names.h"
#include "language/punctuation.h"
#include "widgets/cell_checks.h"

#include <QStringList>

namespace ochain {

QString shownInWords(const Chain& chain, Table table, Field field, const QString& text)
{
    const FieldSpec& spec = fieldSpec(table, field);
    const QList<std::pair<QString, QString>> choices = choicesFor(chain, table, field);
    for (const auto& [value, words] : choices)
        if (value == text)
            return words;
    if (spec.type != FieldType::References && spec.type != FieldType::Reference)
        return visibleText(text);
    QStringList names;
    const QStringList parts = text.split(QLatin1Char(';'), Qt::SkipEmptyParts);
    for (const QString& part : parts) {
        const std::uint32_t row = chain.find(spec.target, part.trimmed().toStdString());
        names << (row == kNoRow ? visibleText(part.trimmed()) : nameOf(chain, RowRef{spec.target, row}));
    }
    return listOf(names);
}

} // namespace ochain
