// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "chain/edit_builder.h"
#include "charts/chart_surface.h"
#include "help_window.h"
#include "narrow_signs.h"
#include "shown_texts.h"
#include "speaking.h"
#include "window_fixture.h"

#include <QTabBar>

#include <algorithm>

using namespace ochain;

namespace {

/// What the file itself says in Chinese, the longest first: names, titles and notes stand in sentences as they are.
QStringList textsOf(const Chain& chain)
{
    QStringList texts;
    for (const TableSpec& table : allTables())
        for (const std::uint32_t row : chain.inOrder(table.table))
            for (std::size_t field = 0; field < table.fields.size(); ++field) {
                const QString text =
                    QString::fromStdString(chain.value(RowRef{table.table, row}, static_cast<Field>(field)));
                if (std::any_of(text.begin(), text.end(), [](QChar c) { return c.unicode() >= 0x4e00; }))
                    texts << text;
            }
    texts.removeDuplicates();
    std::sort(texts.begin(), texts.end(), [](const QString& a, const QString& b) { return a.size() > b.size(); });
    return texts;
}

/// Collects the sentences in which a sign is too narrow.
class Reader {
public:
    explicit Reader(QStringList ofTheFile) : m_ofTheFile(std::move(ofTheFile)) {}

    void read(QString text, const QString& where)
    {
        if (m_seen.contains(text))
            return;
        m_seen.insert(text);
        for (const QString& own : m_ofTheFile)
            text.replace(own, QStringLiteral("名"));
        if (text.endsWith(QStringLiteral("…"))) // cut short
            for (const QString& own : m_ofTheFile)
                for (qsizetype kept = own.size(); kept > 4; --kept)
                    text.replace(own.left(kept) + QStringLiteral("…"), QStringLiteral("名…"));
        if (const QString found = narrowSign(text); !found.isEmpty())
            m_narrow << where + QStringLiteral(": ") + found;
    }
    void readAll()
    {
        eachText([this](const QString& text, const QString& where) { read(text, where); });
        std::ignore = hoverEverywhere(
            [this](const QLabel& tip, const QString& where) { read(tip.text(), where + QStringLiteral(" tip")); });
    }
    [[nodiscard]] const QStringList& narrow() const { return m_narrow; }
    [[nodiscard]] qsizetype count() const { return m_seen.size(); }

private:
    QStringList m_ofTheFile;
    QSet<QString> m_seen;
    QStringList m_narrow;
};

} // namespace

/// Sentences that are put together at run time have the signs of Chinese, as those of the translations have.
class TestChinese final : public QObject {
    Q_OBJECT
private slots:
    void everySentenceHasSignsOfItsOwnWidth()
    {
        WindowFixture f;
        f.window->resize(1600, 1000);
        f.trigger("language_zh_CN");
        QTRY_COMPARE(language(), Language::Chinese);
        Reader reader(textsOf(f.chain()));
        const auto look = [&] {
            QTest::qWait(1);
            reader.readAll();
            const auto surfaces = f.window->findChildren<ChartSurface*>();
            for (const ChartSurface* surface : surfaces)
                for (const ChartPart& part : surface->parts())
                    reader.read(part.name + QLatin1Char('\n') + part.value + QLatin1Char('\n') + part.details,
                                surface->objectName());
        };
        // An edit of several fields, so that the history has clauses; and one that moves figures.
        EditBuilder builder(f.chain());
        QVERIFY(!builder.set(Table::Deals, "amd-openai-6gw", deal_field::CapacityMw, "7000"));
        QVERIFY(!builder.set(Table::Deals, "amd-openai-6gw", deal_field::Ends, "2031"));
        QVERIFY(f.document().apply(std::move(builder).build({}, {})));
        for (const char* tab : {"showFlow", "showCapacity", "showMoney"}) {
            f.trigger(tab);
            f.document().select(f.row(Table::Deals, "amd-openai-6gw"));
            look();
            f.document().select(f.row(Table::Nodes, "openai-group"));
            look();
        }
        for (const char* page : {"showEvents", "showProblems", "showHistory"}) {
            f.trigger(page);
            look();
        }
        for (const auto& [table, key] :
             {std::pair(Table::Metrics, ""), {Table::Events, ""}, {Table::Sources, ""}, {Table::Tiers, "chips"}}) {
            const bool isFirst = *key == '\0';
            f.document().select(isFirst ? RowRef{table, f.chain().inOrder(table).front()} : f.row(table, key));
            look();
        }
        f.document().select(f.row(Table::Nodes, "openai-group"));
        f.trigger("why");
        look();
        f.trigger("editRow");
        f.trigger("lensFirm");
        f.trigger("previousKnowledge");
        look();
        f.trigger("lensRest");
        look();
        QTest::keyClick(QApplication::activePopupWidget(), Qt::Key_Escape);
        f.trigger("help");
        look();
        f.find<QDialog>("helpWindow").close();
        f.trigger("exportChart");
        look();
        QVERIFY(reader.count() > 1000); // it did read
        QVERIFY2(reader.narrow().isEmpty(), qPrintable(reader.narrow().join(QLatin1Char('\n'))));
        setLanguage(Language::English);
    }

    void aRefusalHasThemToo()
    {
        const testing::Speaking speaking(Language::Chinese);
        WindowFixture f;
        f.trigger("language_zh_CN");
        Reader reader(textsOf(f.chain()));
        f.document().select(f.row(Table::Nodes, "amd"));
        f.trigger("deleteRow");
        QTRY_VERIFY(!f.find<QLabel>("messageText").text().isEmpty());
        reader.read(f.find<QLabel>("messageText").text(), QStringLiteral("banner"));
        QVERIFY2(reader.narrow().isEmpty(), qPrintable(reader.narrow().join(QLatin1Char('\n'))));
    }
};

QTEST_MAIN(TestChinese)
#include "tst_chinese.moc"
