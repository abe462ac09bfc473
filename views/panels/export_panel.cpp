// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "panels/export_panel.h"

#include "charts/chart_export.h"
#include "charts/chart_view.h"
#include "formats/format.h"
#include "panels/file_chooser.h"
#include "theme/theme.h"
#include "theme/tones.h"
#include "widgets/segments.h"
#include "widgets/wrapped_label.h"

#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QFormLayout>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QStandardPaths>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

namespace ochain {

namespace {

constexpr std::array kFormats{ExportFormat::Png, ExportFormat::Svg, ExportFormat::Pdf};
constexpr std::array kSources{SourceStyle::Full, SourceStyle::Short, SourceStyle::None};
constexpr std::array<double, 4> kScales{1, 2, 3, 4};

QSpinBox* sideBox(const QString& name, QWidget* parent)
{
    auto* box = new QSpinBox(parent);
    box->setObjectName(name);
    box->setRange(kLeastPictureSide, kMostPictureSide);
    box->setButtonSymbols(QAbstractSpinBox::NoButtons);
    box->setProperty("look", QStringLiteral("field"));
    return box;
}

/// A line for words in place of the picture's own, which show through while it is empty.
QLineEdit* wordsLine(const QString& name, const QString& label, const QString& own, QWidget* parent)
{
    auto* line = new QLineEdit(parent);
    line->setObjectName(name);
    line->setAccessibleName(label);
    line->setPlaceholderText(own);
    line->setToolTip(own);
    line->setMaxLength(static_cast<int>(kMostTitle));
    return line;
}

} // namespace

ExportPanel::ExportPanel(ChartView& view, FileChooser& chooser, const QString& folder, QWidget* parent)
    : QDialog(parent), m_view(view), m_chooser(chooser), m_folder(folder)
{
    if (m_folder.isEmpty() || !QDir(m_folder).exists())
        m_folder = QStandardPaths::writableLocation(QStandardPaths::PicturesLocation);
    setObjectName(QStringLiteral("exportPanel"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Export chart"));
    createLook();
    createWords();
    createButtons();
    layOut();
    connectControls();
    takeSize(0);
}

void ExportPanel::createLook()
{
    m_format = new Segments(static_cast<int>(kFormats.size()), this);
    m_format->setObjectName(QStringLiteral("exportFormat"));
    m_format->setAccessibleName(tr("Format"));
    m_format->setTexts({tr("PNG"), tr("SVG"), tr("PDF")},
                       {tr("Pixels, for slides and the web"), tr("Lines and words, to be worked on"),
                        tr("Lines and words, for print")});
    m_format->setCurrent(0);
    m_preset = new QComboBox(this);
    m_preset->setObjectName(QStringLiteral("exportPreset"));
    m_preset->addItems({tr("Slide, 16:9"), tr("Half an A4 page"), tr("Large"), tr("Own size")});
    m_preset->setAccessibleName(tr("Size"));
    m_width = sideBox(QStringLiteral("exportWidth"), this);
    m_width->setAccessibleName(tr("Width in pixels"));
    m_height = sideBox(QStringLiteral("exportHeight"), this);
    m_height->setAccessibleName(tr("Height in pixels"));
    m_scale = new QComboBox(this);
    m_scale->setObjectName(QStringLiteral("exportScale"));
    m_scale->setAccessibleName(tr("Scale"));
    for (const double scale : kScales)
        m_scale->addItem(tr("%1 ×").arg(scale), scale);
    m_scale->setCurrentIndex(1);
    m_theme = new Segments(2, this);
    m_theme->setObjectName(QStringLiteral("exportTheme"));
    m_theme->setAccessibleName(tr("Theme"));
    m_theme->setTexts({tr("Light"), tr("Dark")}, {tr("On white, for print"), tr("On dark, for the screen")});
    m_theme->setCurrent(isDark(palette()) ? 1 : 0);
}

void ExportPanel::createWords()
{
    const ChartHead& head = headOf(m_view.figure());
    m_title = wordsLine(QStringLiteral("exportTitle"), tr("Title"), head.title, this);
    m_subtitle = wordsLine(QStringLiteral("exportSubtitle"), tr("Subtitle"), head.subtitle, this);
    m_sources = new Segments(static_cast<int>(kSources.size()), this);
    m_sources->setObjectName(QStringLiteral("exportSources"));
    m_sources->setAccessibleName(tr("Sources"));
    m_sources->setTexts({tr("Whole titles"), tr("One line"), tr("None")},
                        {tr("Publisher, title and date of each, as many as there is room for"),
                         tr("Publisher and date of each, on one line"), tr("Only in the picture's metadata")});
    m_sources->setCurrent(0);
    m_fade = new QCheckBox(tr("Fade what is not selected"), this);
    m_fade->setObjectName(QStringLiteral("exportFade"));
    m_outlines = new QCheckBox(tr("Words as outlines (SVG, PDF)"), this);
    m_outlines->setObjectName(QStringLiteral("exportOutlines"));
    m_outlines->setToolTip(tr("They look the same in every program, but nobody can search or edit them"));
}

void ExportPanel::createButtons()
{
    m_copy = new QPushButton(tr("Copy picture"), this);
    m_copy->setObjectName(QStringLiteral("exportCopy"));
    m_copy->setAutoDefault(false);
    m_save = new QPushButton(tr("Save…"), this);
    m_save->setObjectName(QStringLiteral("exportSave"));
    m_save->setProperty("look", QStringLiteral("primary"));
    m_save->setDefault(true);
}

QFormLayout* ExportPanel::createForm()
{
    auto* sides = new QHBoxLayout;
    sides->setSpacing(kGrid);
    sides->addWidget(m_width, 1);
    sides->addWidget(new QLabel(QStringLiteral("×"), this));
    sides->addWidget(m_height, 1);
    auto* form = new QFormLayout;
    form->setHorizontalSpacing(2 * kGrid);
    form->setVerticalSpacing(kGrid);
    form->addRow(tr("Format"), m_format);
    form->addRow(tr("Size"), m_preset);
    form->addRow(QString(), sides);
    form->addRow(tr("Scale"), m_scale);
    form->addRow(tr("Theme"), m_theme);
    form->addRow(tr("Title"), m_title);
    form->addRow(tr("Subtitle"), m_subtitle);
    form->addRow(tr("Sources"), m_sources);
    form->addRow(QString(), m_fade);
    form->addRow(QString(), m_outlines);
    return form;
}

void ExportPanel::layOut()
{
    auto* title = new WrappedLabel(headOf(m_view.figure()).title, this);
    makeHeading(title);
    auto* note = new WrappedLabel(
        tr("The picture carries its lens, figures and sources: dropped on the window it opens its view again. Scale is "
           "for PNG and clipboard."),
        this);
    makeNote(note);
    auto* buttons = new QHBoxLayout;
    buttons->addStretch(1);
    buttons->addWidget(m_copy);
    buttons->addWidget(m_save);
    constexpr int kLeastWidth = 440; // a subtitle can be read for the most part
    setMinimumWidth(kLeastWidth);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(2 * kGrid, 2 * kGrid, 2 * kGrid, 2 * kGrid);
    layout->setSpacing(2 * kGrid);
    layout->addWidget(title);
    layout->addLayout(createForm());
    layout->addWidget(note);
    layout->addLayout(buttons);
}

void ExportPanel::connectControls()
{
    connect(m_preset, &QComboBox::activated, this, &ExportPanel::takeSize);
    connect(m_save, &QPushButton::clicked, this, &ExportPanel::save);
    connect(m_copy, &QPushButton::clicked, this, &ExportPanel::copyPicture);
    for (QSpinBox* box : {m_width, m_height})
        connect(box, &QSpinBox::editingFinished, this, [this] {
            const QSize size(m_width->value(), m_height->value());
            const auto* found = std::find_if(kPictureSizes.begin(), kPictureSizes.end(),
                                             [size](const PictureSize& each) { return each.size == size; });
            m_preset->setCurrentIndex(static_cast<int>(found - kPictureSizes.begin()));
        });
}

void ExportPanel::takeSize(int preset)
{
    if (preset < 0 || preset >= static_cast<int>(kPictureSizes.size())) {
        m_width->setFocus();
        return;
    }
    const QSize size = kPictureSizes[static_cast<std::size_t>(preset)].size;
    m_width->setValue(size.width());
    m_height->setValue(size.height());
}

ExportFormat ExportPanel::format() const
{
    return kFormats[static_cast<std::size_t>(std::max(m_format->current(), 0))];
}

ExportOptions ExportPanel::options() const
{
    ExportOptions options;
    options.size = QSize(m_width->value(), m_height->value());
    options.scale = m_scale->currentData().toDouble();
    options.theme = m_theme->current() == 1 ? Theme::Dark : Theme::Light;
    options.title = visibleText(m_title->text().simplified());
    options.subtitle = visibleText(m_subtitle->text().simplified());
    options.sources = kSources[static_cast<std::size_t>(std::max(m_sources->current(), 0))];
    options.isOutlined = m_outlines->isChecked();
    if (m_fade->isChecked())
        options.lit = m_view.lit();
    return options;
}

QString ExportPanel::suggestedName() const
{
    return QDir(m_folder).filePath(QStringLiteral("ochain-%1.%2").arg(m_view.viewName(), endingOf(format())));
}

void ExportPanel::save()
{
    const QString answer =
        m_chooser.fileToSave(this, tr("Export chart"), suggestedName(), tr("Pictures (*.png *.svg *.pdf)"));
    if (answer.isEmpty())
        return;
    const QString path = withEnding(answer, format());
    if (path != answer && QFile::exists(path)) // the dialog has asked about another name
        emit exported(tr("%1 is there already. Choose it by its whole name to replace it, or another name.")
                          .arg(visibleText(QDir::toNativeSeparators(path))),
                      MessageBar::Kind::Error);
    else
        write(path);
}

void ExportPanel::write(const QString& path)
{
    const Result<ExportFormat> format = exportFormatOf(path);
    if (!format) {
        emit exported(errorText(format.error()), MessageBar::Kind::Error);
        return;
    }
    const Result<std::vector<char32_t>> missing = exportChart(m_view.shown(), *format, options(), path);
    if (!missing) {
        emit exported(errorText(missing.error()), MessageBar::Kind::Error);
        return;
    }
    emit savedIn(QFileInfo(path).absolutePath());
    sayDone(tr("The chart is in %1").arg(visibleText(QDir::toNativeSeparators(path))), *missing);
    close();
}

QString ExportPanel::doneText(const QString& done, const std::vector<char32_t>& missing)
{
    return missing.empty()
               ? done
               : tr("%1, but no font has %2: a box stands in the place of each.").arg(done, charactersText(missing));
}

void ExportPanel::sayDone(const QString& done, const std::vector<char32_t>& missing)
{
    emit exported(doneText(done, missing), missing.empty() ? MessageBar::Kind::Notice : MessageBar::Kind::Warning);
}

void ExportPanel::copyPicture()
{
    Result<CopiedPicture> picture = chartForClipboard(m_view.shown(), options());
    if (!picture) {
        emit exported(errorText(picture.error()), MessageBar::Kind::Error);
        return;
    }
    QGuiApplication::clipboard()->setMimeData(picture->data.release());
    sayDone(tr("The chart is on the clipboard"), picture->missing);
    close();
}

} // namespace ochain
