// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "widgets/wrapped_label.h"

#include <QPointer>

namespace ochain {

/// What is wrong with what was typed into a field, and how to mend it, below the field and over what stands there: the
/// field stands in a row that has no room for it. It takes neither keyboard nor clicks.
class FieldNote final : public WrappedLabel {
    Q_OBJECT
public:
    /// @param name   object name
    /// @param field  below which it stands; owns it until it is shown, then the window does
    FieldNote(const QString& name, QWidget& field);

    /// @param sentence  empty: it goes
    void tell(const QString& sentence);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void place();

    QPointer<QWidget> m_field;
};

} // namespace ochain
