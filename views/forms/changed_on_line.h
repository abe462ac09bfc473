// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "document/document.h"

#include <QList>
#include <QPointer>
#include <QWidget>

#include <memory>
#include <string>

class QLabel;
class QLineEdit;
class QPushButton;

namespace ochain {

class RowPicker;

/// What was answered last, as it was typed: the same news moves several fields, and the next one begins with it.
struct ChangeAnswers {
    QString day;
    QString source;
};

/// "It changed on …", under a field just edited: asks for the day and the source, in place, and nobody has to answer.
class ChangedOnLine final : public QWidget {
    Q_OBJECT
public:
    /// @param name  of the field's editor; those of the line begin with it
    /// @param last  must outlive the line
    ChangedOnLine(const QString& name, ChangeAnswers& last, QWidget* parent = nullptr);
    ~ChangedOnLine() override;

    /// @param document  must outlive the line, or the next call
    void setDocument(Document* document);
    /// The field that is asked about; empty where it stands right above.
    void setCaption(const QString& caption);
    /// What was asked is settled or is about something else: the question alone is there again.
    void fold();
    /// Puts a problem under the answers.
    void sayWrong(const QString& text);
    /// The answers that somebody has typed and not saved.
    [[nodiscard]] QList<const QLineEdit*> unsaved() const;
    [[nodiscard]] QList<QWidget*> editors() const;
    void retranslate();

signals:
    /// Both answers could be read.
    /// @param source  key of a source; empty: `address` is that of a new one, and `title` its title, which may be empty
    void answered(const ochain::Date& day, const QString& source, const QString& address, const QString& title);
    /// Esc: back to the field.
    void left();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void showQuestion();
    void open();
    void answer();
    void judge();
    void layOut();
    [[nodiscard]] bool isNewSource() const;
    [[nodiscard]] QString dayProblem() const;
    [[nodiscard]] QString sourceProblem() const;

    ChangeAnswers& m_last;
    QPointer<Document> m_document;
    QString m_caption;
    QPushButton* m_ask;
    QWidget* m_answers;
    QLineEdit* m_day;
    QLineEdit* m_source;
    QLineEdit* m_title; ///< of a source that is new
    QPushButton* m_save;
    QLabel* m_note;
    std::unique_ptr<RowPicker> m_picker;
    bool m_isAnswered = false; ///< once at least: from then on what is missing is marked too, until it is there
};

} // namespace ochain
