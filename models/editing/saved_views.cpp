// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "editing/saved_views.h"

#include "chain/edit_builder.h"
#include "document/names.h"
#include "editing/row_draft.h"
#include "language/language.h"

#include <algorithm>
#include <limits>

namespace ochain {

namespace {

Field nameField()
{
    return language() == Language::Chinese ? view_field::NameZh : view_field::NameEn;
}

std::string keyOf(const Chain& chain, ViewId view)
{
    return std::string(chain.key({Table::Views, view.value}));
}

tl::expected<Edit, Problem> edited(EditBuilder builder, const std::optional<Problem>& problem)
{
    if (problem)
        return tl::unexpected(*problem);
    return std::move(builder).build({}, {});
}

tl::expected<Edit, Problem> withField(const Chain& chain, ViewId view, Field field, const QString& text)
{
    EditBuilder builder(chain);
    const std::optional<Problem> problem = builder.set(Table::Views, keyOf(chain, view), field, text.toStdString());
    return edited(std::move(builder), problem);
}

/// One more than the greatest, as far as there is one more.
std::int32_t nextOrdinal(const Chain& chain)
{
    std::int32_t last = 0;
    chain.views().forEach([&](ViewId, const SavedView& view) { last = std::max(last, view.ordinal); });
    return last == std::numeric_limits<std::int32_t>::max() ? last : last + 1;
}

} // namespace

std::vector<ViewId> viewsInOrder(const Chain& chain)
{
    std::vector<ViewId> views;
    for (const std::uint32_t row : chain.inOrder(Table::Views))
        views.push_back(ViewId{row});
    std::stable_sort(views.begin(), views.end(),
                     [&](ViewId a, ViewId b) { return chain.views()[a].ordinal < chain.views()[b].ordinal; });
    return views;
}

tl::expected<Edit, Problem> viewSaved(const Chain& chain, const QString& name, const QString& state)
{
    EditBuilder builder(chain);
    const std::string key = freeKey(chain, Table::Views, keyFrom(name, "view"));
    std::optional<Problem> problem = builder.add(Table::Views, key);
    const auto set = [&](Field field, const std::string& text) {
        if (!problem)
            problem = builder.set(Table::Views, key, field, text);
    };
    set(nameField(), name.toStdString());
    set(view_field::Ordinal, std::to_string(nextOrdinal(chain)));
    set(view_field::State, state.toStdString());
    return edited(std::move(builder), problem);
}

tl::expected<Edit, Problem> viewRenamed(const Chain& chain, ViewId view, const QString& name)
{
    return withField(chain, view, nameField(), name);
}

tl::expected<Edit, Problem> viewReplaced(const Chain& chain, ViewId view, const QString& state)
{
    return withField(chain, view, view_field::State, state);
}

tl::expected<Edit, Problem> viewErased(const Chain& chain, ViewId view)
{
    EditBuilder builder(chain);
    const std::optional<Problem> problem = builder.erase(Table::Views, keyOf(chain, view));
    return edited(std::move(builder), problem);
}

tl::expected<Edit, Problem> viewMoved(const Chain& chain, ViewId view, int place)
{
    std::vector<ViewId> views = viewsInOrder(chain);
    views.erase(std::remove(views.begin(), views.end(), view), views.end());
    views.insert(views.begin() + std::clamp<std::ptrdiff_t>(place, 0, static_cast<std::ptrdiff_t>(views.size())), view);
    EditBuilder builder(chain);
    std::optional<Problem> problem;
    for (std::size_t at = 0; at < views.size() && !problem; ++at)
        problem = builder.set(Table::Views, keyOf(chain, views[at]), view_field::Ordinal, std::to_string(at + 1));
    Edit edit = std::move(builder).build({}, {});
    if (problem)
        return tl::unexpected(*problem);
    if (edit.changes.size() > 1) // which of them was moved is not seen from their numbers
        edit.why = "Move view " + nameIn(Language::English, chain, {Table::Views, view.value}).toStdString();
    return edit;
}

} // namespace ochain
