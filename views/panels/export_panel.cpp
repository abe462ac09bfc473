// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "panels/export_panel.h"

#include "charts/chart_export.h"
#include "charts/chart_view.h"
#include "panels/file_chooser.h"
#include "theme/theme.h"
#include "theme/tones.h"
#include "widgets/segments.h"

#include <QClipboard>
#include <QComboBox>
#include <QDir>
#include <QFormLayout>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QSpinBox>
#include <QStandardPaths>
#include <QVBoxLayout>

#include <array>

namespace ochain {

namespace {

constexpr std::array<QSize, 3> kSizes{QSize(1280, 720), QSize(794, 561), QSize(1600, 1000)};
constexpr std::array<double, 4> kScales{1, 2, 3, 4};

QSpinBox* sideBox(const QString& name, QWidget* parent)
{
    auto* box = new QSpinBox(parent);
    box->setObjectName(name);
    box->setRange(kLeastPictureSide, kMostPictureSide);
    box->setButtonSymbols(QAbstractSpinBox::NoButtons);
    return box;
}

} // namespace

ExportPanel::ExportPanel(ChartView& view, FileChooser& chooser, QWidget* parent)
    : QDialog(parent), m_view(view), m_chooser(chooser)
{
    setObjectName(QStringLiteral("exportPanel"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Export chart"));
    createControls();
    layOut();
    connectControls();
    takeSize(0);
}

void ExportPanel::createControls()
{
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
    m_save = new QPushButton(tr("Save as PNG, SVG or PDF…"), this);
    m_save->setObjectName(QStringLiteral("exportSave"));
    m_save->setProperty("look", QStringLiteral("primary"));
    m_save->setDefault(true);
    m_copy = new QPushButton(tr("Copy picture"), this);
    m_copy->setObjectName(QStringLiteral("exportCopy"));
    m_copy->setAutoDefault(false);
}

QFormLayout* ExportPanel::createForm()
{
    auto* sides = new QHBoxLayout;
    sides->addWidget(m_width);
    sides->addWidget(new QLabel(QStringLiteral("×"), this));
    sides->addWidget(m_height);
    auto* form = new QFormLayout;
    form->setHorizontalSpacing(2 * kGrid);
    form->setVerticalSpacing(kGrid);
    form->addRow(tr("Size"), m_preset);
    form->addRow(QString(), sides);
    form->addRow(tr("Scale"), m_scale);
    form->addRow(tr("Theme"), m_theme);
    return form;
}

void ExportPanel::layOut()
{
    auto* title = new QLabel(headOf(m_view.figure()).title, this);
    makeHeading(title);
    title->setWordWrap(true);
    auto* note = new QLabel(
        tr("The picture carries title, unit, lens, legend, notes and numbered sources. Scale is for PNG and clipboard."),
        this);
    makeNote(note);
    note->setWordWrap(true);
    auto* buttons = new QHBoxLayout;
    buttons->addStretch(1);
    buttons->addWidget(m_copy);
    buttons->addWidget(m_save);
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
            const auto found = std::find(kSizes.begin(), kSizes.end(), size);
            m_preset->setCurrentIndex(static_cast<int>(found - kSizes.begin()));
        });
}

void ExportPanel::takeSize(int preset)
{
    if (preset < 0 || preset >= static_cast<int>(kSizes.size())) {
        m_width->setFocus();
        return;
    }
    const QSize size = kSizes[static_cast<std::size_t>(preset)];
    m_width->setValue(size.width());
    m_height->setValue(size.height());
}

ExportOptions ExportPanel::options() const
{
    ExportOptions options;
    options.size = QSize(m_width->value(), m_height->value());
    options.scale = m_scale->currentData().toDouble();
    options.theme = m_theme->current() == 1 ? Theme::Dark : Theme::Light;
    options.lit = m_view.lit();
    return options;
}

QString ExportPanel::suggestedName() const
{
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::PicturesLocation);
    return QDir(folder).filePath(QStringLiteral("ochain-%1.png").arg(m_view.viewName()));
}

void ExportPanel::save()
{
    const QString path =
        m_chooser.fileToSave(this, tr("Export chart"), suggestedName(), tr("Pictures (*.png *.svg *.pdf)"));
    if (path.isEmpty())
        return;
    const Result<ExportFormat> format = exportFormatOf(path);
    if (!format) {
        emit exported(errorText(format.error()), true);
        return;
    }
    const Result<void> written = exportChart(m_view.shown(), *format, options(), path);
    if (!written) {
        emit exported(errorText(written.error()), true);
        return;
    }
    emit exported(tr("The chart is in %1").arg(visibleText(QDir::toNativeSeparators(path))), false);
    close();
}

void ExportPanel::copyPicture()
{
    const QImage image = chartImage(m_view.shown(), options());
    if (image.isNull()) {
        emit exported(tr("The picture is too large for the clipboard; choose a smaller size or scale."), true);
        return;
    }
    QGuiApplication::clipboard()->setImage(image);
    emit exported(tr("The chart is on the clipboard"), false);
    close();
}

} // namespace ochain
