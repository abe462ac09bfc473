// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "commands/explain_output.h"

#include "analyses/sources.h"

#include <algorithm>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace ochain {

namespace {

using TreeJson = nlohmann::ordered_json;

/// The tree as JSON.
class ExplainedJson {
public:
    ExplainedJson(const ExplainedViews& views, const ExplainedTree& tree) : m_views(views), m_tree(tree) {}

    TreeJson whole() const
    {
        TreeJson json{{"value", m_tree.value}};
        if (m_tree.against)
            json["against"] = *m_tree.against;
        else
            json["undisclosed"] = m_tree.undisclosed;
        json["parts"] = partsOf(*m_tree.parts);
        if (m_tree.hidden == nullptr)
            return json;
        json["undisclosed_deals"] = TreeJson::array();
        for (const DealId deal : *m_tree.hidden) {
            Part part;
            part.deal = deal;
            json["undisclosed_deals"].push_back({{"key", keyOf(m_views.value.chain, part)},
                                                 {"label", labelOf(m_views, part).toStdString()},
                                                 {"sources", sources(m_views.value.chain, rowOf(part))}});
        }
        return json;
    }

private:
    TreeJson partsOf(const std::vector<Part>& parts) const
    {
        TreeJson all = TreeJson::array();
        for (const Part& part : parts)
            all.push_back(of(part));
        return all;
    }
    TreeJson of(const Part& part) const
    {
        const Chain& chain = m_views.chainOf(part);
        TreeJson json{{"kind", partKindName(part.kind)},
                      {"key", keyOf(chain, part)},
                      {"label", labelOf(m_views, part).toStdString()},
                      {"amount", part.amount},
                      {"basis", kBasisNames[static_cast<std::size_t>(part.basis)]},
                      {"parts", partsOf(part.parts)},
                      {"sources", sources(chain, rowOf(part))}};
        if (!part.inputs.empty())
            json["inputs"] = inputs(chain, part.inputs);
        return json;
    }
    TreeJson inputs(const Chain& chain, const std::vector<FormulaInput>& all) const
    {
        TreeJson list = TreeJson::array();
        for (const FormulaInput& input : all) {
            TreeJson from = TreeJson::array();
            for (const MetricId metric : input.metrics)
                for (TreeJson& source : sources(chain, {Table::Metrics, metric.value}))
                    from.push_back(std::move(source));
            list.push_back({{"series", input.series},
                            {"value", input.value},
                            {"day", formatDate(dateOf(input.day))},
                            {"sources", std::move(from)}});
        }
        return list;
    }
    TreeJson sources(const Chain& chain, RowRef row) const
    {
        TreeJson list = TreeJson::array();
        for (const PartSource& line : sourcesOf(chain, row, m_views.value.lens.knownAsOf, m_tree.today)) {
            const Source& source = chain.sources()[line.source];
            list.push_back({{"key", chain.text(source.head.key)},
                            {"publisher", chain.text(source.publisher)},
                            {"date", formatDate(source.published)},
                            {"locator", line.locator},
                            {"said_by", kSaidByNames[static_cast<std::size_t>(line.saidBy)]},
                            {"age_days", line.ageDays ? TreeJson(*line.ageDays) : TreeJson(nullptr)},
                            {"basis", kBasisNames[static_cast<std::size_t>(line.basis)]}});
        }
        return list;
    }

    const ExplainedViews& m_views;
    const ExplainedTree& m_tree;
};

/// The tree as lines for people, as text or as the nested lists of Markdown.
class ExplainedText {
public:
    ExplainedText(const ExplainedViews& views, const ExplainedTree& tree, bool isMarkdown)
        : m_views(views), m_tree(tree), m_isMarkdown(isMarkdown)
    {}

    void print() const
    {
        fmt::print("{}\n\n", sentenceLine());
        printParts(*m_tree.parts, 0);
        if (m_tree.hidden == nullptr || m_tree.hidden->empty())
            return;
        fmt::print("\nwithout an amount:{}\n", m_isMarkdown ? "\n" : "");
        for (const DealId deal : *m_tree.hidden) {
            Part part;
            part.deal = deal;
            fmt::print("{}{}\n", m_isMarkdown ? "- " : "  ", marked(labelOf(m_views, part).toStdString()));
        }
    }

private:
    static constexpr std::size_t kMostSources = 3;  ///< of a line; JSON has all
    static constexpr std::size_t kMostQuarters = 8; ///< of a formula, likewise

    std::string sentenceLine() const
    {
        return m_isMarkdown ? fmt::format("**{}**", marked(m_tree.sentence)) : m_tree.sentence;
    }

    /// In Markdown no character of a name is a mark.
    std::string marked(std::string_view text) const
    {
        std::string out;
        for (const char c : text) {
            if (m_isMarkdown && std::string_view("\\`*_[]<>#|").find(c) != std::string_view::npos)
                out += '\\';
            out += c;
        }
        return out;
    }
    static std::size_t columns(std::string_view text)
    {
        return static_cast<std::size_t>(std::count_if(
            text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
    }

    void printParts(const std::vector<Part>& parts, std::size_t indent) const
    {
        std::size_t width = 0;
        for (const Part& part : parts)
            width = std::max(width, columns(amount(part)));
        for (const Part& part : parts)
            printPart(part, indent, width);
    }

    std::string amount(const Part& part) const
    {
        return amountOf(m_views, part.amount, m_tree.against.has_value()).toStdString();
    }

    void printPart(const Part& part, std::size_t indent, std::size_t width) const
    {
        const std::string text = amount(part);
        const std::string pad(m_isMarkdown ? 0 : width - columns(text), ' ');
        const bool isRow = part.kind == PartKind::Deal || part.kind == PartKind::Piece || part.kind == PartKind::PartOf;
        const std::string_view basis = kBasisNames[static_cast<std::size_t>(part.basis)];
        fmt::print("{}{}{}{}  {}{}{}{}\n", std::string(indent, ' '), m_isMarkdown ? "- " : "", pad, text,
                   marked(labelOf(m_views, part).toStdString()), isRow ? ", " : "", isRow ? basis : "",
                   sidesText(part.sides));
        const std::size_t deeper = indent + (m_isMarkdown ? 2 : width + 2);
        printSources(part, deeper);
        printInputs(part, deeper);
        if (part.kind == PartKind::Formula && part.parts.size() > kMostQuarters)
            printBeside(fmt::format("in {} quarters from {} to {}, which JSON has one by one", part.parts.size(),
                                    labelOf(m_views, part.parts.front()).toStdString(),
                                    labelOf(m_views, part.parts.back()).toStdString()),
                        deeper);
        else if (!isSaidTwice(part))
            printParts(part.parts, deeper);
    }

    static const char* sidesText(PartSides sides)
    {
        return sides == PartSides::ValueOnly     ? "; nothing before"
               : sides == PartSides::AgainstOnly ? "; nothing any more"
                                                 : "";
    }

    void printSources(const Part& part, std::size_t indent) const
    {
        const Chain& chain = m_views.chainOf(part);
        const std::vector<PartSource> lines = sourcesOf(chain, rowOf(part), m_views.value.lens.knownAsOf, m_tree.today);
        for (std::size_t i = 0; i < std::min(lines.size(), kMostSources); ++i)
            printBeside(sourceText(chain, lines[i]), indent);
        if (lines.size() > kMostSources)
            printBeside(fmt::format("and {} more", lines.size() - kMostSources), indent);
    }
    void printInputs(const Part& part, std::size_t indent) const
    {
        if (part.kind == PartKind::Formula)
            for (const FormulaInput& input : part.inputs)
                printBeside(fmt::format("{} = {:.10g} on {}", input.series, input.value, formatDate(dateOf(input.day))),
                            indent);
    }
    void printBeside(const std::string& text, std::size_t indent) const
    {
        fmt::print("{}{}{}\n", std::string(indent, ' '), m_isMarkdown ? "- " : "· ", marked(text));
    }

    static std::string sourceText(const Chain& chain, const PartSource& line)
    {
        const Source& source = chain.sources()[line.source];
        std::string text = visibleText(chain.text(source.publisher)).toStdString();
        if (source.published.isSet())
            text += ", " + formatDate(source.published);
        if (!line.locator.empty())
            text += ", " + visibleText(line.locator).toStdString();
        if (line.saidBy != SaidBy::Unsaid)
            text += fmt::format(", said by {}", kSaidByNames[static_cast<std::size_t>(line.saidBy)]);
        return line.ageDays ? fmt::format("{}; {} days old", text, *line.ageDays) : text;
    }

    const ExplainedViews& m_views;
    const ExplainedTree& m_tree;
    bool m_isMarkdown;
};

} // namespace

void printExplained(const ExplainedViews& views, const ExplainedTree& tree, const std::string& format)
{
    if (format == "json")
        fmt::print("{}\n",
                   ExplainedJson(views, tree).whole().dump(2, ' ', false, nlohmann::json::error_handler_t::replace));
    else
        ExplainedText(views, tree, format == "md").print();
}

} // namespace ochain
