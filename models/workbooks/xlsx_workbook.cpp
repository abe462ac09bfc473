// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workbooks/xlsx_workbook.h"

#include "workbooks/xml_names.h"
#include "workbooks/xml_pieces.h"

#include <filesystem>
#include <optional>
#include <unordered_map>
#include <utility>

namespace ochain {

namespace {

constexpr std::size_t kMaxSheets = 1000;
constexpr std::size_t kMaxSharedTexts = 20'000'000;

/// A part that another part refers to.
struct Relation {
    std::string type; ///< the last word of its address
    std::string part;
};
using Relations = std::unordered_map<std::string, Relation>;

Sentence damagedWorkbook(const std::string& part)
{
    return {QT_TRANSLATE_NOOP("Sentence",
                              "its part {0} is damaged; open the file in a spreadsheet program and save it as .xlsx "
                              "again"),
            {part}};
}

std::string folderOfPart(const std::string& part)
{
    const std::size_t slash = part.rfind('/');
    return slash == std::string::npos ? std::string() : part.substr(0, slash + 1);
}

/// A document of a part; none if it is no XML, or has a document type.
bool parse(pugi::xml_document& document, const std::string& xml)
{
    if (!document.load_buffer(xml.data(), xml.size(), kXmlFlags))
        return false;
    for (pugi::xml_node child = document.first_child(); child; child = child.next_sibling())
        if (child.type() == pugi::node_doctype)
            return false;
    return true;
}

/// What a part refers to, by the names it has for it. What is outside of the file is left out.
Relations relationsOf(const XlsxPackage& package, const std::string& part)
{
    const std::string folder = folderOfPart(part);
    const std::string name = folder + "_rels/" + part.substr(folder.size()) + ".rels";
    Relations relations;
    const tl::expected<std::string, Sentence> xml =
        package.has(name) ? package.whole(name) : tl::expected<std::string, Sentence>();
    pugi::xml_document document;
    if (!xml || !parse(document, *xml))
        return relations;
    for (pugi::xml_node each = document.document_element().first_child(); each; each = each.next_sibling()) {
        const std::string target = each.attribute("Target").value();
        if (target.empty() || std::string_view(each.attribute("TargetMode").value()) == "External")
            continue;
        const std::string type = each.attribute("Type").value();
        const std::string path = target.front() == '/' ? target.substr(1) : folder + target;
        relations[each.attribute("Id").value()] = {type.substr(type.rfind('/') + 1),
                                                   std::filesystem::path(path).lexically_normal().generic_string()};
    }
    return relations;
}

/// The part of a kind that another refers to; where programs usually put it if it does not.
std::string partOfType(const Relations& relations, std::string_view type, const char* usual)
{
    for (const auto& [id, relation] : relations)
        if (relation.type == type)
            return relation.part;
    return usual;
}

void readSheets(XlsxWorkbook& book, const pugi::xml_node& root, const Relations& relations)
{
    for (pugi::xml_node sheet = childNamed(root, "sheets").first_child(); sheet && book.sheets.size() < kMaxSheets;
         sheet = sheet.next_sibling()) {
        std::string id;
        for (pugi::xml_attribute each = sheet.first_attribute(); each; each = each.next_attribute())
            if (withoutPrefix(each.name()) == "id")
                id = each.value();
        const auto found = relations.find(id);
        if (found != relations.end() && found->second.type == "worksheet")
            book.sheets.push_back({sheet.attribute("name").value(), found->second.part});
    }
}

std::optional<Sentence> readTexts(XlsxWorkbook& book, const std::string& part)
{
    if (!book.package.has(part))
        return std::nullopt;
    SharedTexts& texts = book.reading.texts;
    pugi::xml_document document;
    std::optional<Sentence> fault;
    XmlPieces pieces("si", 2, [&](std::string_view item) {
        if (texts.count() >= kMaxSharedTexts)
            fault =
                Sentence{QT_TRANSLATE_NOOP("Sentence", "it has more than {0} texts, the most that are read; split it "
                                                       "into several files, or save it as CSV"),
                         {std::to_string(kMaxSharedTexts)}};
        else if (!document.load_buffer(item.data(), item.size(), kXmlFlags, pugi::encoding_utf8))
            fault = damagedWorkbook(part);
        else
            texts.add(textOfRuns(document.first_child()));
        return !fault;
    });
    std::optional<Sentence> unread = book.package.read(part, [&](std::string_view block) {
        if (std::optional<Sentence> wrong = pieces.add(block))
            fault = std::move(wrong);
        return !fault;
    });
    if (!fault)
        fault = unread ? std::move(unread) : pieces.finish();
    return fault;
}

std::optional<Sentence> readForms(XlsxWorkbook& book, const std::string& part)
{
    if (!book.package.has(part))
        return std::nullopt;
    tl::expected<std::string, Sentence> xml = book.package.whole(part);
    if (!xml)
        return std::move(xml.error());
    std::optional<std::vector<NumberForm>> forms = numberForms(*xml);
    if (!forms)
        return damagedWorkbook(part);
    book.reading.forms = std::move(*forms);
    return std::nullopt;
}

bool isTrue(const pugi::xml_attribute& attribute) noexcept
{
    const std::string_view value = attribute.value();
    return value == "1" || value == "true" || value == "on";
}

std::optional<Sentence> readBook(XlsxWorkbook& book)
{
    const std::string part = partOfType(relationsOf(book.package, ""), "officeDocument", "xl/workbook.xml");
    if (!book.package.has(part))
        return Sentence{QT_TRANSLATE_NOOP("Sentence", "it is a package of another kind, no workbook; save the workbook "
                                                      "as .xlsx in a spreadsheet program"),
                        {}};
    const tl::expected<std::string, Sentence> xml = book.package.whole(part);
    if (!xml)
        return xml.error();
    pugi::xml_document document;
    if (!parse(document, *xml))
        return damagedWorkbook(part);
    const pugi::xml_node root = childNamed(document, "workbook");
    const Relations relations = relationsOf(book.package, part);
    book.reading.countsFrom1904 = isTrue(childNamed(root, "workbookPr").attribute("date1904"));
    readSheets(book, root, relations);
    if (std::optional<Sentence> fault = readForms(book, partOfType(relations, "styles", "xl/styles.xml")))
        return fault;
    return readTexts(book, partOfType(relations, "sharedStrings", "xl/sharedStrings.xml"));
}

} // namespace

tl::expected<std::shared_ptr<const XlsxWorkbook>, Sentence> XlsxWorkbook::open(std::string bytes)
{
    tl::expected<XlsxPackage, Sentence> package = XlsxPackage::open(std::move(bytes));
    if (!package)
        return tl::unexpected(std::move(package.error()));
    auto book = std::make_shared<XlsxWorkbook>(XlsxWorkbook{std::move(*package), {}, {}});
    if (std::optional<Sentence> fault = readBook(*book))
        return tl::unexpected(std::move(*fault));
    return book;
}

} // namespace ochain
