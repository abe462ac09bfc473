// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "charts/chart_export.h"
#include "widgets/message_bar.h"

#include <QDialog>

class QCheckBox;
class QComboBox;
class QFormLayout;
class QLineEdit;
class QPushButton;
class QSpinBox;

namespace ochain {

class ChartView;
class FileChooser;
class Segments;

/// Export of the chart on the screen: format, size, scale, light or dark, title, sources; into a file or to the
/// clipboard. Not modal: the window goes on behind it.
class ExportPanel final : public QDialog {
    Q_OBJECT
public:
    /// @param view     must outlive the panel's being open
    /// @param chooser  must outlive the panel
    /// @param folder   where the dialog for the file opens; the user's pictures if there is no such folder
    ExportPanel(ChartView& view, FileChooser& chooser, const QString& folder, QWidget* parent = nullptr);
    /// A sentence on what was done, and which characters no font has.
    [[nodiscard]] static QString doneText(const QString& done, const std::vector<char32_t>& missing);

signals:
    /// After a picture was written or could not be: a sentence for a person. A warning if it was written, but not as
    /// it should be.
    void exported(const QString& text, ochain::MessageBar::Kind kind);
    /// After a picture was written into a folder.
    void savedIn(const QString& folder);

private:
    void createLook();
    void createWords();
    void createButtons();
    [[nodiscard]] QFormLayout* createForm();
    void layOut();
    void connectControls();
    void takeSize(int preset);
    void save();
    void write(const QString& path);
    void sayDone(const QString& done, const std::vector<char32_t>& missing);
    void copyPicture();
    [[nodiscard]] ExportFormat format() const;
    [[nodiscard]] ExportOptions options() const;
    [[nodiscard]] QString suggestedName() const;

    ChartView& m_view;
    FileChooser& m_chooser;
    QString m_folder;
    Segments* m_format;
    QComboBox* m_preset;
    QSpinBox* m_width;
    QSpinBox* m_height;
    QComboBox* m_scale;
    Segments* m_theme;
    QLineEdit* m_title;
    QLineEdit* m_subtitle;
    Segments* m_sources;
    QCheckBox* m_fade;
    QCheckBox* m_outlines;
    QPushButton* m_save;
    QPushButton* m_copy;
};

} // namespace ochain
