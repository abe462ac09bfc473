// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "chain/text_form.h"

#include <QTest>

using namespace ochain;

class TestTextForm final : public QObject {
    Q_OBJECT
private slots:
    void whatNoFieldMayHoldIsFoundWhereverItStands_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<int>("fault");
        QTest::addColumn<int>("faultOfNote");
        const auto row = [](const char* name, const QByteArray& bytes, TextFault fault, TextFault ofNote) {
            QTest::newRow(name) << bytes << static_cast<int>(fault) << static_cast<int>(ofNote);
        };
        using enum TextFault;
        row("plain", "The quick brown fox ~ {}", None, None);
        row("empty", "", None, None);
        row("accents and signs", "Öl, 已签约, 🙂 – “so”", None, None);
        row("NUL", QByteArray("a\0b", 3), NotUtf8, NotUtf8);
        row("overlong", "\xC0\x80", NotUtf8, NotUtf8);
        row("surrogate", "\xED\xA0\x80", NotUtf8, NotUtf8);
        row("above the last", "\xF4\x90\x80\x80", NotUtf8, NotUtf8);
        row("cut", "a\xE5\xB7", NotUtf8, NotUtf8);
        row("escape", "a\x1B[2J", Control, Control);
        row("DEL", "a\x7F", Control, Control);
        row("C1", "a\xC2\x9B", Control, Control);
        row("no-break space is none", "a\xC2\xA0", None, None);
        row("carriage return", "a\r\nb", Control, Control);
        row("tab", "a\tb", LineBreak, None);
        row("line feed", "a\nb", LineBreak, None);
        row("a break, then worse", "a\n\x01", Control, Control);
    }

    void whatNoFieldMayHoldIsFoundWhereverItStands()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(int, fault);
        QFETCH(int, faultOfNote);
        // Before and behind any number of plain bytes, so that it lies anywhere in the words that are read at once.
        for (int before = 0; before < 18; ++before)
            for (int behind = 0; behind < 18; ++behind) {
                const std::string text = (QByteArray(before, ' ') + bytes + QByteArray(behind, '~')).toStdString();
                QCOMPARE(static_cast<int>(textFault(text, false)), fault);
                QCOMPARE(static_cast<int>(textFault(text, true)), faultOfNote);
            }
    }

    void everyByteIsJudgedAlikeInAWordAndAlone()
    {
        for (int byte = 0; byte < 256; ++byte) {
            const std::string one(1, static_cast<char>(byte));
            QCOMPARE(textFault("1234567" + one + "12345678", false), textFault(one, false));
            QCOMPARE(textFault(one + "1234567", false), textFault(one, false));
        }
    }

    void whatCannotBeShownIsWrittenOut()
    {
        QCOMPARE(shown("a\x1B[2J\xFF 已\n"), std::string("a␛[2J\\xFF 已␊"));
        QCOMPARE(shown("\t\r\x7F\xC2\x85"), std::string("␉␍␡<U+0085>"));
        QCOMPARE(shown(std::string_view("\0", 1)), std::string("\\x00"));
    }
};

QTEST_APPLESS_MAIN(TestTextForm)
#include "tst_text_form.moc"
