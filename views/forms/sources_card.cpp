// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "forms/sources_card.h"

#include "chain/edit_builder.h"
#include "editing/field_names.h"
#include "editing/row_draft.h"
#include "editing/typed_text.h"
#include "formats/format.h"
#include "formats/parse_input.h"
#include "formats/web_address.h"
#include "forms/row_words.h"
#include "forms/tab_order.h"
#include "items/roles.h"
#include "items/sources_model.h"
#include "theme/icons.h"
#include "theme/theme.h"
#include "widgets/emptied_layout.h"
#include "widgets/row_picker.h"
#include "widgets/wrapped_label.h"

#include <QDesktopServices>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QToolButton>
#include <QUrl>
#include <QVBoxLayout>

namespace ochain {

SourcesCard::SourcesCard(QWidget* parent) : FormCard(QStringLiteral("source"), parent), m_lines(new QVBoxLayout)
{
    createAdder();
    auto* adder = new QHBoxLayout;
    adder->setSpacing(kGrid / 2);
    adder->addWidget(m_add, 1);
    adder->addWidget(m_fields);
    m_lines->setSpacing(2);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, kGrid, 12, 12);
    layout->setSpacing(kGrid / 2);
    layout->addWidget(caption());
    layout->addLayout(m_lines);
    layout->addLayout(adder);
    layout->addWidget(note());
    layout->addWidget(m_new);
    retranslate();
}

SourcesCard::~SourcesCard() = default;

void SourcesCard::createAdder()
{
    m_add = new QLineEdit(this);
    m_add->setObjectName(QStringLiteral("addSource"));
    m_fields = new QToolButton(this);
    m_fields->setObjectName(QStringLiteral("sourceFields"));
    m_fields->setPopupMode(QToolButton::InstantPopup);
    m_fields->setFocusPolicy(Qt::StrongFocus);
    m_fields->setMenu(new QMenu(m_fields));
    connect(m_add, &QLineEdit::textEdited, this, &SourcesCard::judge);
    connect(m_add, &QLineEdit::editingFinished, this, &SourcesCard::cite);
    connect(m_add, &QLineEdit::returnPressed, this, &SourcesCard::goToNew);
    createNew();
}

/// What is asked about a source that is not there yet.
void SourcesCard::createNew()
{
    m_new = new QFrame(this);
    m_new->setObjectName(QStringLiteral("newSource"));
    const auto line = [this](const char* name) {
        auto* edit = new QLineEdit(m_new);
        edit->setObjectName(QLatin1String(name));
        connect(edit, &QLineEdit::textEdited, this, &SourcesCard::judgeNew);
        connect(edit, &QLineEdit::returnPressed, this, &SourcesCard::createAndCite);
        return edit;
    };
    m_title = line("newSourceTitle");
    m_publisher = line("newSourcePublisher");
    m_url = line("newSourceUrl");
    m_published = line("newSourcePublished");
    m_create = new QPushButton(m_new);
    m_create->setObjectName(QStringLiteral("newSourceCreate"));
    connect(m_create, &QPushButton::clicked, this, &SourcesCard::createAndCite);
    auto* row = new QHBoxLayout;
    row->setSpacing(kGrid / 2);
    row->addWidget(m_published, 1);
    row->addWidget(m_create);
    auto* layout = new QVBoxLayout(m_new);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(kGrid / 2);
    for (QLineEdit* edit : {m_title, m_publisher, m_url})
        layout->addWidget(edit);
    layout->addLayout(row);
    m_new->hide();
}

void SourcesCard::setDocument(Document* document)
{
    m_picker.reset();
    m_model.reset();
    follow(document);
    if (document == nullptr)
        return;
    m_model = std::make_unique<SourcesModel>(*document);
    m_model->setLookedAt(isLookedAt());
    for (const auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(m_model.get(), signal, this, &SourcesCard::rebuild);
    connect(m_model.get(), &QAbstractItemModel::rowsMoved, this, &SourcesCard::rebuild);
    connect(m_model.get(), &QAbstractItemModel::dataChanged, this, &SourcesCard::rebuild);
    m_picker = std::make_unique<RowPicker>(*m_add, *document, Table::Sources);
    connect(m_picker.get(), &RowPicker::picked, this, [this](const QString& key) { citeKey(key.toStdString()); });
    m_add->setEnabled(!document->isReadOnly());
    m_fields->setEnabled(!document->isReadOnly());
}

void SourcesCard::setRow(std::optional<RowRef> row)
{
    if (m_model)
        m_model->setRow(row);
    clearLines();
    fillFields();
    rebuild();
}

void SourcesCard::lookedAtChanged()
{
    if (m_model)
        m_model->setLookedAt(isLookedAt());
}

std::vector<UnsavedText> SourcesCard::unsaved() const
{
    if (document() == nullptr || !m_model || !m_model->row())
        return {};
    QList<const QLineEdit*> lines{m_add};
    if (!m_new->isHidden())
        lines << m_publisher << m_url << m_published;
    if (!m_new->isHidden() && m_title->text() != m_add->text())
        lines << m_title;
    return unsavedIn(lines, rowTitle(document()->chain(), *m_model->row()),
                     tr("It is no source of the chain; create it first, or choose one from the list."));
}

void SourcesCard::rebuild()
{
    emptyLayout(*m_lines);
    const int rows = m_model ? m_model->rowCount() : 0;
    QList<QWidget*> buttons;
    for (int row = 0; row < rows; ++row)
        addLine(row, buttons);
    putBeforeInTabOrder(*m_add, buttons);
    caption()->setText(rows == 0 ? tr("SOURCES  ·  none yet") : tr("SOURCES %1").arg(rows));
}

void SourcesCard::addLine(int row, QList<QWidget*>& buttons)
{
    const auto cell = [&](SourcesModel::Column column) { return m_model->index(row, static_cast<int>(column)); };
    const QString publisher = cell(SourcesModel::Column::Publisher).data().toString();
    const QString title = cell(SourcesModel::Column::Title).data().toString();
    const QString published = cell(SourcesModel::Column::Published).data().toString();
    const QString fields = cell(SourcesModel::Column::Fields).data().toString();
    const QString key = cell(SourcesModel::Column::Title).data(KeyRole).toString();
    auto* line = new QWidget(this);
    auto* layout = new QHBoxLayout(line);
    layout->setContentsMargins(0, 2, 0, 2);
    layout->setSpacing(kGrid / 2);
    auto* words = new QVBoxLayout;
    words->setSpacing(0);
    auto* name = new WrappedLabel(title.isEmpty() ? publisher : title, line);
    name->setTextFormat(Qt::PlainText);
    auto* note = new WrappedLabel(QStringList{publisher, published, fields}.join(QStringLiteral(" · ")), line);
    makeNote(note);
    note->setTextFormat(Qt::PlainText);
    words->addWidget(name);
    words->addWidget(note);
    layout->addLayout(words, 1);
    if (QToolButton* open = addAddress(cell(SourcesModel::Column::Title), *line, *words); open != nullptr) {
        layout->addWidget(open, 0, Qt::AlignTop);
        buttons << open;
    }
    auto* removeButton = new QToolButton(line);
    removeButton->setObjectName(QStringLiteral("removeSource"));
    removeButton->setIcon(lineIcon(QStringLiteral("close")));
    removeButton->setToolTip(tr("Take this source away from here"));
    removeButton->setAccessibleName(removeButton->toolTip());
    removeButton->setFocusPolicy(Qt::StrongFocus);
    removeButton->setEnabled(document() != nullptr && !document()->isReadOnly());
    connect(removeButton, &QToolButton::clicked, this, [this, key] { remove(key); });
    layout->addWidget(removeButton, 0, Qt::AlignTop);
    buttons << removeButton;
    m_lines->addWidget(line);
}

/// What opens the address of a source; where it is not to be opened, a line that says why in its place.
QToolButton* SourcesCard::addAddress(const QModelIndex& source, QWidget& line, QBoxLayout& words)
{
    const std::optional<RowRef> row = rowRefOf(source);
    const Chain& chain = document()->chain();
    const std::string text = row ? chain.value(*row, source_field::Url) : std::string();
    if (text.empty())
        return nullptr;
    const tl::expected<QUrl, Sentence> address = webAddress(text);
    if (!address) {
        auto* why = new WrappedLabel(sentenceText(address.error()), &line);
        why->setObjectName(QStringLiteral("sourceNotOpened"));
        makeNote(why);
        why->setTextInteractionFlags(Qt::TextSelectableByMouse);
        words.addWidget(why);
        return nullptr;
    }
    auto* open = new QToolButton(&line);
    open->setObjectName(QStringLiteral("openSource"));
    open->setIcon(lineIcon(QStringLiteral("link")));
    open->setToolTip(tr("Open %1 in the browser").arg(source.data(UrlRole).toString()));
    open->setAccessibleName(open->toolTip());
    open->setFocusPolicy(Qt::StrongFocus);
    connect(open, &QToolButton::clicked, this, [url = *address] { QDesktopServices::openUrl(url); });
    return open;
}

void SourcesCard::fillFields()
{
    QMenu* menu = m_fields->menu();
    menu->clear();
    if (!m_model || !m_model->row() || document() == nullptr)
        return;
    const RowRef row = *m_model->row();
    const std::size_t count = tableSpec(row.table).fields.size();
    for (Field field = 1; field < count; ++field) {
        QAction* action = menu->addAction(fieldLabel(row.table, field));
        action->setCheckable(true);
        action->setData(static_cast<int>(field));
        const FieldType type = fieldSpec(row.table, field).type;
        const bool isFigure = type == FieldType::Date || type == FieldType::Usd || type == FieldType::Megawatts ||
                              type == FieldType::Percent || type == FieldType::Decimal;
        action->setChecked(isFigure && !document()->chain().value(row, field).empty());
    }
}

std::string SourcesCard::chosenFields() const
{
    std::string fields;
    const QList<QAction*> actions = m_fields->menu()->actions();
    for (const QAction* action : actions)
        if (action->isChecked())
            fields += (fields.empty() ? "" : ";") +
                      std::string(fieldSpec(m_model->row()->table, static_cast<Field>(action->data().toInt())).name);
    return fields;
}

void SourcesCard::judge()
{
    const QString text = m_add->text().trimmed();
    const std::size_t called = document() == nullptr ? 0 : rowsCalled(document()->chain(), Table::Sources, text).size();
    const bool isNew = !text.isEmpty() && called == 0;
    m_new->setVisible(isNew);
    const bool isAddress = text.startsWith(QLatin1String("http"));
    // What was typed is the address or the title of the new one; what was given beside it since stays.
    if (isNew && !m_url->isModified())
        m_url->setText(isAddress ? text : QString());
    if (isNew && !m_title->isModified())
        m_title->setText(isAddress ? QString() : text);
    if (m_picker)
        m_picker->setHint(isNew ? tr("None of these? Enter, and add a new source") : QString());
    setLook(m_add, "state", called > 1 ? QStringLiteral("wrong") : QString());
    if (called > 1)
        showNote(sentenceText(notOneCalled(Table::Sources, text, called)), true);
    else
        showNote(isNew ? tr("Choose from the list, or add it as a new source:") : QString(), false);
}

/// Says what is wrong with what is given about the new source, if anything is.
void SourcesCard::judgeNew()
{
    const ReadResult published = readField(Table::Sources, source_field::Published, m_published->text());
    setLook(m_published, "state", published ? QString() : QStringLiteral("wrong"));
    if (published)
        judge();
    else
        showNote(sentenceText(published.error()), true);
}

/// Takes what is the title, the address or the key of one source.
void SourcesCard::cite()
{
    if (document() == nullptr || !m_model || !m_model->row())
        return;
    if (const auto row = rowCalled(document()->chain(), Table::Sources, m_add->text()))
        citeKey(std::string(document()->chain().key(RowRef{Table::Sources, *row})));
}

void SourcesCard::goToNew()
{
    if (m_new->isVisible())
        (m_title->text().isEmpty() ? m_title : m_publisher)->setFocus();
}

std::optional<Problem> SourcesCard::orderCitation(EditBuilder& builder, const std::string& source) const
{
    const RowRef row = *m_model->row();
    return builder.addRow(Table::Citations, {{citation_field::Table, std::string(tableSpec(row.table).name)},
                                             {citation_field::RowKey, std::string(document()->chain().key(row))},
                                             {citation_field::Source, source},
                                             {citation_field::Fields, chosenFields()}});
}

void SourcesCard::citeKey(const std::string& sourceKey)
{
    EditBuilder builder(document()->chain());
    if (const std::optional<Problem> problem = orderCitation(builder, sourceKey))
        showNote(sentenceText(problem->sentence), true);
    else
        applyAndClear(std::move(builder).build({}, {}));
}

void SourcesCard::createAndCite()
{
    if (document() == nullptr || !m_model->row())
        return;
    const Chain& chain = document()->chain();
    const ReadResult published = readField(Table::Sources, source_field::Published, m_published->text());
    if (!published)
        return judgeNew();
    const QString title = m_title->text().trimmed();
    const QString address = m_url->text().trimmed();
    const QString named = m_publisher->text() + QLatin1Char(' ') + (title.isEmpty() ? address : title).left(40);
    const std::string key = freeKey(chain, Table::Sources, keyFrom(named, "source"));
    EditBuilder builder(chain);
    std::optional<Problem> problem = builder.add(Table::Sources, key);
    const auto set = [&](Field field, const std::string& value) {
        if (!problem && !value.empty())
            problem = builder.set(Table::Sources, key, field, value);
    };
    set(source_field::Publisher, m_publisher->text().trimmed().toStdString());
    set(source_field::Title, title.toStdString());
    set(source_field::Url, address.toStdString());
    set(source_field::Published, published->canonical);
    if (!problem)
        problem = orderCitation(builder, key);
    if (problem)
        showNote(sentenceText(problem->sentence), true);
    else
        applyAndClear(std::move(builder).build({}, {}));
}

/// What is typed below for another one stays.
void SourcesCard::remove(const QString& citationKey)
{
    EditBuilder builder(document()->chain());
    if (const std::optional<Problem> problem = builder.erase(Table::Citations, citationKey.toStdString()))
        showNote(sentenceText(problem->sentence), true);
    else if (apply(std::move(builder).build({}, {})))
        judgeNew();
}

void SourcesCard::clearLines()
{
    for (QLineEdit* line : {m_add, m_title, m_publisher, m_url, m_published})
        line->clear();
    judgeNew();
}

void SourcesCard::applyAndClear(Edit edit)
{
    if (!apply(std::move(edit)))
        return;
    clearLines();
}

void SourcesCard::retranslate()
{
    m_add->setPlaceholderText(tr("Add a source: name or https://…"));
    m_add->setAccessibleName(tr("Add a source"));
    m_fields->setText(tr("Fields"));
    m_fields->setToolTip(tr("Which fields the added source supports"));
    m_fields->setAccessibleName(m_fields->toolTip());
    m_title->setPlaceholderText(tr("Title"));
    m_title->setAccessibleName(tr("Title of the new source"));
    m_publisher->setPlaceholderText(tr("Publisher"));
    m_publisher->setAccessibleName(tr("Publisher of the new source"));
    m_url->setPlaceholderText(QStringLiteral("https://…"));
    m_url->setAccessibleName(tr("Address of the new source"));
    m_published->setPlaceholderText(tr("Published"));
    m_published->setAccessibleName(tr("When the new source was published"));
    m_create->setText(tr("Create and cite"));
    rebuild();
    fillFields();
}

void SourcesCard::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        if (m_model)
            m_model->retranslate();
        if (m_picker)
            m_picker->retranslate();
        retranslate();
    }
    FormCard::changeEvent(event);
}

} // namespace ochain
