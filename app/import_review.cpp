// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "import_review.h"

#include "busy_work.h"
#include "document/names.h"
#include "editing/edit_lines.h"
#include "formats/format.h"
#include "messages.h"
#include "panels/import_preview.h"

#include <QDir>

namespace ochain {

namespace {

/// An edit of so many rows may take longer than one waits without a sign.
constexpr std::size_t kManyRows = 2000;

} // namespace

/// An import that is being looked at.
struct ImportReview::Plan {
    ReviewedImport source;
    ImportRead read;
    std::uint64_t revision = 0; ///< of the chain that it was made from
    bool isAnew = false;        ///< the chain has changed since it was shown first
};

ImportReview::ImportReview(QWidget& window, BusyWork& work, Messages& messages)
    : QObject(&window), m_window(window), m_work(work), m_messages(messages)
{}

ImportReview::~ImportReview() = default;

void ImportReview::setDocument(Document* document)
{
    close();
    m_document = document;
}

void ImportReview::retranslate()
{
    show();
}

bool ImportReview::begin(ReviewedImport source)
{
    close();
    auto plan = std::make_unique<Plan>();
    plan->source = std::move(source);
    if (!fill(*plan))
        return false;
    m_preview = new ImportPreview(plan->source.from, &m_window);
    m_plan = std::move(plan);
    show();
    connect(m_preview, &ImportPreview::importAsked, this, &ImportReview::make);
    connect(m_preview, &QDialog::finished, this, [this] { m_plan.reset(); }); // it may be large
    m_preview->show();
    return true;
}

/// The first notes, and how many more there are; empty for none.
QString ImportReview::notesText(const std::vector<Sentence>& notes)
{
    constexpr std::size_t kMost = 8;
    QStringList lines;
    for (std::size_t i = 0; i < notes.size() && i < kMost; ++i)
        lines << sentenceText(notes[i]);
    if (notes.size() > kMost)
        lines << tr("… and %n more notes on how it was read", nullptr, static_cast<int>(notes.size() - kMost));
    return lines.join(QLatin1Char('\n'));
}

/// What is to be said on an import besides what it changes; empty for nothing.
QString ImportReview::noteOn(const Plan& plan)
{
    QStringList notes;
    notes << (plan.isAnew         ? tr("The chain has changed meanwhile. This is what the import would do now.")
              : plan.source.aside ? plan.source.aside() // which was said then
                                  : QString());
    notes << notesText(plan.read.notes);
    notes.removeAll(QString());
    return notes.join(QLatin1Char('\n'));
}

/// Fills the preview, if there is one.
void ImportReview::show()
{
    if (m_plan && m_preview)
        m_preview->showEdit(m_plan->read.edit, m_document->chain(), noteOn(*m_plan));
}

void ImportReview::close()
{
    if (m_preview)
        m_preview->close();
    m_plan.reset();
}

/// Reads against the chain as it is now. @return false: there is nothing to import, and it was said why
bool ImportReview::fill(Plan& plan)
{
    const auto read = [&](const Snapshot& now, const Progress& progress) {
        plan.revision = now.chain.revision();
        plan.read = plan.source.read(now.chain, progress);
    };
    if (!m_work.read(*m_document, tr("Reading %1").arg(visibleText(QDir(plan.source.from).dirName())), read))
        return false;
    if (!plan.read.problems.empty()) {
        const QString first = sentenceText(plan.read.problems.front().sentence);
        const auto more = static_cast<int>(plan.read.problems.size() - 1);
        m_messages.complain(MessageBar::Cause::Exchange,
                            more == 0 ? first : tr("%1 (and %n more)", nullptr, more).arg(first));
        return false;
    }
    if (plan.read.edit.changes.empty()) {
        m_messages.say(tr("The file says all of this already; nothing was imported."));
        return false;
    }
    plan.read.edit.why = "Import of " + plan.source.from.toStdString();
    Problems problems;
    const auto check = [&](const Snapshot& now, const Progress&) { problems = now.chain.validate(plan.read.edit); };
    if (!m_work.read(*m_document, tr("Checking"), check))
        return false;
    if (!problems.empty()) {
        m_messages.refuse({std::move(problems), {}});
        return false;
    }
    return true;
}

/// Reads again if the chain has changed since. @return false: what was looked at is not what would be done any more; it
/// is shown anew, or was said why there is nothing to do
bool ImportReview::isAsShown()
{
    if (m_plan->revision == m_document->chain().revision())
        return true;
    const Edit shown = std::move(m_plan->read.edit);
    if (!fill(*m_plan)) {
        close();
        return false;
    }
    if (m_plan->read.edit.changes == shown.changes)
        return true;
    m_plan->isAnew = true;
    show();
    return false;
}

void ImportReview::make()
{
    if (m_work.isBusy() || !m_plan || !m_preview || !isAsShown())
        return;
    const std::size_t rows = m_plan->read.edit.changes.size();
    const auto cleared = static_cast<int>(countsOf(m_plan->read.edit).cleared);
    Edit edit = std::move(m_plan->read.edit);
    close();
    tl::expected<void, Document::Refused> applied;
    m_work.change(tr("Importing"), rows >= kManyRows,
                  [&](const Session::Beside& beside) { applied = m_document->apply(std::move(edit), beside); });
    if (!applied) {
        m_messages.refuse(applied.error());
        return;
    }
    QString text = tr("%n rows imported", nullptr, static_cast<int>(rows));
    if (cleared > 0)
        text += QStringLiteral("  ·  ") + tr("%n fields cleared", nullptr, cleared);
    emit imported(text);
}

} // namespace ochain
