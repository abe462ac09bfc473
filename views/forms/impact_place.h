// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "document/impact.h"

#include <QFrame>

#include <optional>

class QLabel;
class QPushButton;

namespace ochain {

class ImpactList;

/// What an edit moves, told below a form while it is typed and after it is made. The place is always there and always
/// of one height, so that nothing moves while somebody types; all figures open from it.
class ImpactPlace final : public QFrame {
    Q_OBJECT
public:
    /// @param name  "deal": object names begin with it
    ImpactPlace(const QString& name, QWidget* parent);

    /// @param chain  must outlive the next call
    void setImpact(const Chain& chain, const Impact& impact);
    /// There is no edit to tell of.
    void clear();
    /// Names and figures are to be said in another language.
    void retranslate();

private:
    void tell(const Chain* chain, std::optional<Impact> impact);
    void showMore();
    void openAll();

    const Chain* m_chain = nullptr; ///< of the impact
    std::optional<Impact> m_impact;
    QLabel* m_title;
    QPushButton* m_more;
    ImpactList* m_list;
    QLabel* m_hint;
};

} // namespace ochain
