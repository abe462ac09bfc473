// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "charts/chart_export.h"

#include <QDialog>

class QComboBox;
class QFormLayout;
class QLabel;
class QPushButton;
class QSpinBox;

namespace ochain {

class ChartView;
class FileChooser;
class Segments;

/// Export of the chart on the screen: size, scale, light or dark; into a file or to the clipboard. Not modal: the
/// window goes on behind it.
class ExportPanel final : public QDialog {
    Q_OBJECT
public:
    /// @param view     must outlive the panel's being open
    /// @param chooser  must outlive the panel
    ExportPanel(ChartView& view, FileChooser& chooser, QWidget* parent = nullptr);

signals:
    /// After a picture was written or could not be: a sentence for a person.
    void exported(const QString& text, bool isFailure);

private:
    void createControls();
    [[nodiscard]] QFormLayout* createForm();
    void layOut();
    void connectControls();
    void takeSize(int preset);
    void save();
    void copyPicture();
    [[nodiscard]] ExportOptions options() const;
    [[nodiscard]] QString suggestedName() const;

    ChartView& m_view;
    FileChooser& m_chooser;
    QComboBox* m_preset;
    QSpinBox* m_width;
    QSpinBox* m_height;
    QComboBox* m_scale;
    Segments* m_theme;
    QPushButton* m_save;
    QPushButton* m_copy;
};

} // namespace ochain
