// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "panels/status_panel.h"

#include "editing/day_news.h"
#include "formats/format.h"
#include "language/punctuation.h"
#include "theme/theme.h"
#include "widgets/elided_words.h"
#include "widgets/impact_list.h"
#include "widgets/impact_text.h"
#include "widgets/list_popup.h"
#include "widgets/wrapped_label.h"

#include <QEvent>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QTimer>

namespace ochain {

namespace {

constexpr qsizetype kMostListed = 200;
constexpr int kCountPauseMs = 150;

QWidget* impactList(const Document& document)
{
    auto* list = new ImpactList;
    list->setImpact(document.chain(), document.lastImpact(), kMostListed);
    return list;
}

QWidget* newsList(const QStringList& news)
{
    auto* list = new WrappedLabel(news.mid(0, kMostListed).join(QLatin1Char('\n')));
    list->setObjectName(QStringLiteral("newsList"));
    list->setTextFormat(Qt::PlainText);
    list->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    list->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    list->setMargin(kGrid / 2);
    return list;
}

} // namespace

StatusPanel::StatusPanel(QWidget* parent)
    : QWidget(parent), m_saved(new QLabel(this)), m_moved(new QPushButton(this)), m_counts(new QLabel(this)),
      m_sums(new QLabel(this)), m_task(new QLabel(this)), m_progress(new QProgressBar(this)),
      m_cancel(new QPushButton(this)), m_file(new QLabel(this)), m_counting(new QTimer(this))
{
    m_saved->setObjectName(QStringLiteral("savedState"));
    m_moved->setObjectName(QStringLiteral("movedFigures"));
    m_moved->setProperty("look", QStringLiteral("plain"));
    m_moved->setMinimumWidth(0);
    m_moved->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed); // gives way to the rest
    m_counts->setObjectName(QStringLiteral("dealCounts"));
    m_sums->setObjectName(QStringLiteral("cellSums"));
    m_sums->hide();
    m_task->setObjectName(QStringLiteral("task"));
    m_cancel->setObjectName(QStringLiteral("cancelWork"));
    m_cancel->setProperty("look", QStringLiteral("plain"));
    m_file->setObjectName(QStringLiteral("fileName"));
    m_progress->setTextVisible(false);
    m_progress->setRange(0, 1000);
    m_progress->setFixedWidth(96);
    for (QLabel* label : {m_saved, m_counts, m_sums, m_task, m_file})
        makeNote(label);
    m_counting->setSingleShot(true);
    m_counting->setInterval(kCountPauseMs);
    layOut();
    connect(m_counting, &QTimer::timeout, this, &StatusPanel::showCounts);
    m_moved->installEventFilter(this);
    connect(m_moved, &QPushButton::clicked, this, &StatusPanel::openList);
    connect(m_cancel, &QPushButton::clicked, this, &StatusPanel::cancelled);
    retranslate();
    showProgress({}, -1);
}

void StatusPanel::layOut()
{
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(2 * kGrid, 0, 2 * kGrid, 0);
    layout->setSpacing(2 * kGrid);
    setFixedHeight(kRowHeight); // what it says comes and goes, its height does not
    layout->addWidget(m_saved);
    layout->addWidget(m_moved, 100); // all that is left, while it says something
    layout->addWidget(m_counts);
    layout->addWidget(m_sums);
    layout->addStretch(1);
    layout->addWidget(m_task);
    layout->addWidget(m_progress);
    layout->addWidget(m_cancel);
    layout->addWidget(m_file);
}

void StatusPanel::setDocument(Document* document)
{
    if (m_document != nullptr)
        disconnect(m_document, nullptr, this, nullptr);
    m_document = document;
    m_counts->clear();
    m_hasEdited = false;
    m_told = Told::Nothing;
    m_undisclosed.reset();
    if (document != nullptr) {
        m_undisclosed = std::make_unique<UndisclosedDeals>(*document);
        connect(document, &Document::changed, this, [this](const Changed& changed) {
            m_undisclosed->follow(changed);
            m_hasEdited = true;
            m_told = Told::Moved;
            showTold();
            m_counting->start();
        });
        connect(document, &Document::viewedChanged, this, [this](const Changed& changed) {
            m_undisclosed->follow(changed);
            m_counting->start();
        });
        connect(document, &Document::lensChanged, this, &StatusPanel::followLens);
        connect(m_undisclosed.get(), &UndisclosedDeals::counted, this, &StatusPanel::showCounts);
    }
    showSaved();
    showTold();
    showCounts();
}

void StatusPanel::followLens(const ViewLens& before)
{
    if (!before.hasFiguresOf(m_document->lens())) {
        m_undisclosed->forget();
        m_counting->start();
    }
    const Day day = m_document->lens().lens.knownAsOf;
    if (day == before.lens.knownAsOf)
        return;
    if (day != kNoDay)
        m_told = Told::News;
    else if (m_told != Told::Moved)
        m_told = m_hasEdited ? Told::Moved : Told::Nothing;
    showTold();
}

void StatusPanel::showSums(const QString& text)
{
    if (text == m_sums->text())
        return;
    m_sums->setText(text);
    m_sums->setVisible(!text.isEmpty());
    m_counts->setVisible(text.isEmpty());
    showTold(); // there is more room, or less
}

void StatusPanel::showTold()
{
    if (m_told == Told::News && m_document != nullptr) {
        m_news = newsOf(m_document->chain(), m_document->lens().lens.knownAsOf);
        m_moved->show();
        layout()->activate(); // only now there is a width
        return showNews();
    }
    if (m_told == Told::Said)
        return showSaid();
    showMoved();
}

void StatusPanel::say(const QString& text)
{
    m_told = Told::Said;
    m_said = text;
    showTold();
}

void StatusPanel::showSaid()
{
    m_moved->setText(literally(m_said));
    m_moved->show();
    m_moved->setToolTip({});
    m_moved->setAccessibleName(tr("Message"));
    m_moved->setAccessibleDescription(m_said);
}

/// What a text of the line may be wide.
int StatusPanel::room() const
{
    return m_moved->width() - 2 * kGrid;
}

/// As many of the news as there is room for.
void StatusPanel::showNews()
{
    constexpr qsizetype kMostSaid = 3;
    const QString day = dayText(m_document->lens().lens.knownAsOf);
    const auto said = [&](const QStringList& news, qsizetype most) {
        return tr("%1 · %2", "day, what became known").arg(day, newsLine(news, most));
    };
    const QFontMetrics metrics = m_moved->fontMetrics();
    QString text = tr("%1 · nothing became known on this day").arg(day);
    if (!m_news.isEmpty()) {
        qsizetype most = std::min(kMostSaid, m_news.size());
        while (most > 1 && metrics.horizontalAdvance(said(m_news, most)) > room())
            --most;
        text = said(m_news, most);
        if (const int over = metrics.horizontalAdvance(text) - room(); over > 0) { // how many follow stays
            QStringList cut = m_news;
            cut.front() = elidedAtWord(cut.front(), metrics, metrics.horizontalAdvance(cut.front()) - over);
            text = said(cut, 1);
        }
    }
    m_moved->setText(literally(text));
    m_moved->setToolTip(m_news.isEmpty() ? QString() : tr("Show all that became known on this day"));
    m_moved->setAccessibleName(tr("What became known on this day"));
    m_moved->setAccessibleDescription(clausesOf(m_news));
}

void StatusPanel::showSaved()
{
    m_whyNotSaved.clear();
    showState();
}

void StatusPanel::showNotSaved(const QString& why)
{
    m_whyNotSaved = why;
    showState();
}

void StatusPanel::showState()
{
    setLook(m_saved, "role", m_whyNotSaved.isEmpty() ? QStringLiteral("note") : QStringLiteral("error"));
    m_saved->setToolTip(m_whyNotSaved);
    if (m_document == nullptr)
        m_saved->setText(tr("no file"));
    else if (!m_whyNotSaved.isEmpty())
        m_saved->setText(tr("not saved"));
    else if (m_document->isReadOnly()) {
        m_saved->setText(tr("read-only"));
        m_saved->setToolTip(sentenceText(m_document->readOnlyReason()));
    } else
        m_saved->setText(tr("saved"));
    const QString path = m_document == nullptr ? QString() : QString::fromStdString(m_document->file().string());
    m_file->setText(visibleText(QFileInfo(path).fileName()));
    m_file->setToolTip(visibleText(path));
}

/// As many of the figures as there is room for; all of them in the tooltip.
void StatusPanel::showMoved()
{
    constexpr std::size_t kMostInTip = 12;
    m_moved->setVisible(m_document != nullptr && m_hasEdited);
    if (m_moved->isHidden())
        return;
    layout()->activate(); // only now there is a width
    const Impact& impact = m_document->lastImpact();
    const QStringList lines = impactLines(m_document->chain(), impact, kMostInTip);
    m_moved->setText(literally(lines.isEmpty()
                                   ? elidedAtWord(tr("The last edit moved no figure"), m_moved->fontMetrics(), room())
                                   : impactSentence(m_document->chain(), impact, m_moved->fontMetrics(), room())));
    m_moved->setToolTip(lines.join(QLatin1Char('\n')));
    m_moved->setAccessibleName(tr("What the last edit moved"));
    m_moved->setAccessibleDescription(lines.join(tr("; ", "between figures")));
}

void StatusPanel::showCounts()
{
    if (m_document == nullptr) {
        m_counts->clear();
        return;
    }
    if (const std::optional<std::int64_t> undisclosed = m_undisclosed->count())
        m_counts->setText(tr("%1 deals · %2 undisclosed in money")
                              .arg(countText(static_cast<std::int64_t>(m_document->chain().deals().size())),
                                   countText(*undisclosed)));
}

void StatusPanel::showProgress(const QString& what, double share)
{
    const bool isBusy = share >= 0;
    for (QWidget* widget :
         {static_cast<QWidget*>(m_task), static_cast<QWidget*>(m_progress), static_cast<QWidget*>(m_cancel)})
        widget->setVisible(isBusy);
    m_task->setText(what);
    m_progress->setValue(static_cast<int>(share * 1000));
    m_progress->setAccessibleName(what);
}

void StatusPanel::showBusy(const QString& what)
{
    showProgress({}, -1);
    m_task->setText(what);
    m_task->show();
}

void StatusPanel::openList()
{
    const bool isNews = m_told == Told::News;
    if (m_document == nullptr || m_told == Told::Said || (isNews && m_news.isEmpty()))
        return;
    QWidget* list = isNews ? newsList(m_news) : impactList(*m_document);
    const QString heading = isNews ? tr("What became known on %1").arg(dayText(m_document->lens().lens.knownAsOf))
                                   : tr("What the last edit moved");
    openListPopup(*this, heading, list, m_moved->mapToGlobal(QPoint(0, -4)),
                  isNews ? list->heightForWidth(480) : list->sizeHint().height());
}

void StatusPanel::retranslate()
{
    m_cancel->setText(tr("Cancel"));
    showState();
    showTold();
    showCounts();
}

void StatusPanel::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

bool StatusPanel::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_moved && event->type() == QEvent::Resize && m_document != nullptr) {
        if (m_told == Told::News) // there is room for more, or for less
            showNews();
        else
            showMoved();
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace ochain
