// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "faults/fault_bench.h"

#include "schema_files.h"

#include <QByteArray>
#include <QDebug>
#include <QDir>
#include <QFileInfo>
#include <QMap>
#include <QProcess>
#include <QProcessEnvironment>
#include <QString>
#include <QStringList>
#include <QTest>

#include <sqlite3.h>

namespace ochain::testing {

namespace fs = std::filesystem;

namespace {

constexpr int kMostMs = 60'000;

/// CSV texts as files.
void writeCsv(const fs::path& folder, const Chain& chain)
{
    fs::create_directories(folder);
    for (const CsvText& text : exportCsv(chain))
        writeBytes(folder / (text.name + ".csv"), QByteArray::fromStdString(text.text));
}

/// As a program leaves it that was killed: the last edits lie in the log.
void makeLeftFile(const fs::path& file)
{
    const fs::path donor = file.string() + ".donor";
    makeFile(donor, smallChain());
    const auto store = opened(donor);
    Chain chain = smallChain();
    commit(*store, chain, setField(chain, Table::Deals, "deal-1", "capacity_mw", "41"), 0);
    commit(*store, chain, setField(chain, Table::Deals, "deal-2", "capacity_mw", "42"), 1);
    for (const char* suffix : {"", "-wal"})
        fs::copy_file(donor.string() + suffix, file.string() + suffix);
}

/// As a program leaves it that was killed while it changed a file without a log.
void makeHalfFile(const fs::path& file)
{
    makeFile(file.string() + ".donor", smallChain());
    const auto run = [&](sqlite3* database, const char* sql) {
        if (sqlite3_exec(database, sql, nullptr, nullptr, nullptr) != SQLITE_OK)
            qFatal("%s: %s", sql, sqlite3_errmsg(database));
    };
    sqlite3* database = nullptr;
    sqlite3_open((file.string() + ".donor").c_str(), &database);
    run(database, "PRAGMA cache_size = 1; BEGIN IMMEDIATE; UPDATE deals SET note_en = printf('%.*c', 30000, 'x')");
    for (const char* suffix : {"", "-journal"})
        fs::copy_file(file.string() + ".donor" + suffix, file.string() + suffix);
    run(database, "ROLLBACK");
    sqlite3_close(database);
}

Chain withMoreDeals()
{
    Chain chain = smallChain();
    Edit edit = setField(chain, Table::Deals, "deal-2", "capacity_mw", "222");
    if (!chain.apply(edit).empty())
        qFatal("the edit does not fit");
    return chain;
}

} // namespace

QMap<QString, QByteArray> filesIn(const fs::path& folder)
{
    QMap<QString, QByteArray> files;
    if (!fs::exists(folder))
        return files;
    for (const fs::directory_entry& entry : fs::recursive_directory_iterator(folder)) {
        const QString name = QString::fromStdString(entry.path().lexically_relative(folder).string());
        entry.is_directory() ? files.insert(name + u'/', {}) : files.insert(name, bytesOf(entry.path()));
    }
    return files;
}

Result<HeldChain> heldIn(const fs::path& file)
{
    Result<std::unique_ptr<Store>> store = Store::open(file);
    if (!store)
        return tl::unexpected(std::move(store.error()));
    Result<Loaded> state = (*store)->load();
    if (!state)
        return tl::unexpected(std::move(state.error()));
    if (!state->problems.empty())
        return tl::unexpected(Error{ErrorKind::Corrupt, state->problems.front().sentence, {}});
    if ((*store)->isReadOnly())
        return tl::unexpected(Error{ErrorKind::ReadOnly, (*store)->readOnlyReason(), {}});
    return HeldChain{state->seq, std::move(state->chain)};
}

bool isWhole(const fs::path& file, const HeldChain& before, const HeldChain& after)
{
    const auto store = opened(file, Store::Access::ReadOnly);
    Chain chain = before.chain;
    Result<std::vector<Edit>> edits = store->changesSince(before.seq);
    if (!edits)
        return false;
    for (Edit& edit : *edits)
        if (!chain.apply(edit).empty())
            return false;
    return allText(chain) == allText(after.chain);
}

void makeOldFile(const fs::path& file)
{
    const fs::path donor = file.string() + ".donor";
    makeFile(donor, smallChain());
    std::string sql(schemaFiles()[0].text);
    sql += "; PRAGMA application_id = " + std::to_string(0x4F43484E) + "; PRAGMA user_version = 1; ATTACH '" +
           donor.string() + "' AS donor;";
    const std::string first(schemaFiles()[0].text);
    runSql(file, first);
    sql.erase(0, first.size() + 1);
    for (const std::string table : {"tiers", "nodes", "deal_kinds", "statuses", "deals"}) {
        const std::string columns = runSql(file, "SELECT group_concat(name) FROM pragma_table_info('" + table +
                                                     "')"); // the later ones left out
        sql.append("INSERT INTO main.").append(table).append(" (").append(columns).append(") SELECT ");
        sql.append(columns).append(" FROM donor.").append(table).append(";");
    }
    runSql(file, sql);
    fs::remove(donor);
}

void report(const char* promise, int tries, int losses)
{
    qInfo("promise “%s”: tries %d, losses %d", promise, tries, losses);
}

FaultBench::FaultBench() : m_root(path(QFileInfo(m_folder.path()).canonicalFilePath()))
{
    makeFiles();
    restore();
}

/// In memory if there is such a place: what the disk does is played here, and thousands of tries would wait for it.
QString FaultBench::folderName()
{
    const QString memory = QStringLiteral("/dev/shm");
    return (QFileInfo(memory).isWritable() ? memory : QDir::tempPath()) + QStringLiteral("/ochain-faults-XXXXXX");
}

void FaultBench::makeFiles()
{
    const fs::path base = m_root / "base";
    fs::create_directories(base / "out" / "sub");
    makeFile(base / "chain.ochain", smallChain());
    {
        const auto store = opened(base / "chain.ochain");
        Chain chain = smallChain();
        commit(*store, chain, setField(chain, Table::Deals, "deal-1", "capacity_mw", "11"), 0);
        commit(*store, chain, setField(chain, Table::Deals, "deal-3", "capacity_mw", "13"), 1);
        for (const CsvText& text : exportCsv(chain))
            m_exported[QString::fromStdString(text.name) + QStringLiteral(".csv")] =
                QByteArray::fromStdString(text.text);
    }
    makeOldFile(base / "old.ochain");
    makeLeftFile(base / "left.ochain");
    makeHalfFile(base / "half.ochain");
    writeCsv(base / "csv", withMoreDeals());
    writeCsv(base / "out", smallChain());
    writeBytes(base / "out" / "notes.txt", "mine");
    writeBytes(base / "out" / "sub" / "inner.txt", "mine too");
    for (const fs::directory_entry& entry : fs::directory_iterator(base))
        if (entry.path().string().find(".donor") != std::string::npos)
            fs::remove(entry.path());
}

const std::vector<Order>& FaultBench::orders()
{
    static const std::vector<Order> all = [] {
        const auto words = [](const char* text) { return QString::fromLatin1(text).split(u' '); };
        return std::vector<Order>{
            {"init", words("init {}/new.ochain --from {}/csv"), "new.ochain", ""},
            {"edit", words("edit {}/chain.ochain --set deals:deal-1.capacity_mw=77"), "chain.ochain", ""},
            {"import", words("import {}/chain.ochain {}/csv"), "chain.ochain", ""},
            {"undo", words("undo {}/chain.ochain"), "chain.ochain", ""},
            {"edit after a kill", words("edit {}/left.ochain --set deals:deal-1.capacity_mw=77"), "left.ochain", ""},
            {"edit after half a write", words("edit {}/half.ochain --set deals:deal-1.capacity_mw=77"), "half.ochain",
             ""},
            {"migrate", words("edit {}/old.ochain --set deals:deal-1.capacity_mw=77"), "old.ochain", ""},
            {"export", words("export {}/chain.ochain {}/fresh"), "", "fresh"},
            {"export over another", words("export {}/chain.ochain {}/out"), "", "out"},
        };
    }();
    return all;
}

void FaultBench::restore()
{
    fs::remove_all(m_root / "now");
    fs::copy(m_root / "base", m_root / "now", fs::copy_options::recursive);
}

QProcessEnvironment FaultBench::environmentOf()
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("offscreen"));
    return environment;
}

QProcessEnvironment FaultBench::environmentOf(const fs::path& folder)
{
    QProcessEnvironment environment = environmentOf();
    environment.insert(QStringLiteral("LD_PRELOAD"), QStringLiteral(OCHAIN_FAULT_SHIM));
    environment.insert(QStringLiteral("OCHAIN_FAULT_FOLDER"), QString::fromStdString(folder.string()));
    return environment;
}

Said FaultBench::run(const QStringList& arguments, const QProcessEnvironment& environment) const
{
    QStringList filled = arguments;
    filled.replaceInStrings(QStringLiteral("{}"), QString::fromStdString((m_root / "now").string()));
    QProcess process;
    process.setProcessEnvironment(environment);
    process.start(QStringLiteral(OCHAIN_PROGRAM), filled);
    Said said;
    if (!process.waitForFinished(kMostMs)) {
        said.err =
            process.error() == QProcess::FailedToStart ? QStringLiteral("does not start") : QStringLiteral("hangs");
        return said;
    }
    said.status = process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1;
    said.out = QString::fromUtf8(process.readAllStandardOutput());
    said.err = QString::fromUtf8(process.readAllStandardError());
    return said;
}

Said FaultBench::run(const Order& order, const Fault& fault, int at)
{
    const fs::path note = m_root / "struck";
    fs::remove(note);
    QProcessEnvironment environment = environmentOf(m_root / "now");
    environment.insert(QStringLiteral("OCHAIN_FAULT_AT"), QString::number(at));
    environment.insert(QStringLiteral("OCHAIN_FAULT_ERRNO"), QString::number(fault.error));
    environment.insert(QStringLiteral("OCHAIN_FAULT_KEEPS"), fault.keeps ? QStringLiteral("1") : QString());
    environment.insert(QStringLiteral("OCHAIN_FAULT_ONLY"), QString::fromLatin1(fault.only));
    environment.insert(QStringLiteral("OCHAIN_FAULT_NOTE"), QString::fromStdString(note.string()));
    Said said = run(order.arguments, environment);
    said.isStruck = fs::exists(note);
    return said;
}

QString FaultBench::whatIsLost(const Order& order, const Said& said)
{
    if (said.err == QLatin1String("hangs") || said.err == QLatin1String("does not start"))
        return said.err;
    if (said.err.contains(QLatin1String("damaged")) || said.err.contains(QLatin1String("cannot be read")))
        return QStringLiteral("says that the file is damaged");
    if (said.status > 0 && said.err.size() < 20)
        return QStringLiteral("says nothing");
    QString lost = *order.file != '\0' ? whatIsLostOfFile(order, said) : whatIsLostOfFolder(order, said);
    return lost.isEmpty() ? whatIsLeft(order) : lost;
}

QString FaultBench::whatIsLostOfFile(const Order& order, const Said& said) const
{
    const fs::path base = m_root / "base" / order.file;
    if (!fs::exists(base) && !fs::exists(file(order.file)))
        return said.status == 0 ? QStringLiteral("it said that it made the file, which is not there") : QString();
    const Result<HeldChain> after = heldIn(file(order.file));
    if (!after)
        return QStringLiteral("does not open: ") + QString::fromStdString(messageOf(after));
    if (!fs::exists(base))
        return allText(after->chain) == allText(withMoreDeals()) ? QString() : QStringLiteral("has other rows");
    fs::remove_all(m_root / "before");
    fs::create_directory(m_root / "before");
    for (const char* suffix : {"", "-wal", "-journal"})
        if (fs::exists(base.string() + suffix))
            fs::copy_file(base.string() + suffix, (m_root / "before" / order.file).string() + suffix);
    const Result<HeldChain> before = heldIn(m_root / "before" / order.file);
    if (!before)
        return QStringLiteral("the file before: ") + QString::fromStdString(messageOf(before));
    if (!isWhole(file(order.file), *before, *after))
        return QStringLiteral("has other rows than its journal says");
    const std::int64_t edits = after->seq - before->seq;
    if (edits < 0 || edits > 1)
        return QStringLiteral("%1 edits").arg(edits);
    if (said.status == 0 && edits != 1)
        return QStringLiteral("an edit that was acknowledged is gone");
    const bool isKnown = !said.err.contains(QLatin1String("not known"));
    return said.status > 0 && isKnown && edits == 1 ? QStringLiteral("an edit that was refused is there") : QString();
}

QString FaultBench::whatIsLostOfFolder(const Order& order, const Said& said) const
{
    const QMap<QString, QByteArray> before = filesIn(m_root / "base" / order.folder);
    QMap<QString, QByteArray> after = before;
    for (auto [name, text] : m_exported.asKeyValueRange())
        after[name] = text;
    const QMap<QString, QByteArray> now = filesIn(file(order.folder));
    QMap<QString, QByteArray> withoutFolders = now; // they move behind the rest, and with the next run
    for (const char* name : {"sub/", "sub/inner.txt"})
        if (before.contains(QLatin1String(name)))
            withoutFolders.insert(QLatin1String(name), before[QLatin1String(name)]);
    const bool isKilled = said.status < 0;
    const bool isOld = now == before;
    const bool isSaidInPart = said.err.contains(QLatin1String("is written, but"));
    const bool isNew = now == after || ((isKilled || isSaidInPart) && withoutFolders == after);
    const bool isSaidToBeThere = said.status == 0 || isSaidInPart;
    if (!isOld && !isNew)
        return QStringLiteral("is neither the old folder nor the new one: ") + QStringList(now.keys()).join(u' ');
    if (!isKilled && isSaidToBeThere != isNew)
        return QStringLiteral("is not what was said");
    static_cast<void>(run(order.arguments));
    return filesIn(file(order.folder)) == after ? QString() : QStringLiteral("is not whole after the next export");
}

QString FaultBench::whatIsLeft(const Order& order) const
{
    if (*order.file != '\0') { // the next who writes sweeps
        if (!fs::exists(file(order.file)))
            static_cast<void>(run(order.arguments));
        static_cast<void>(heldIn(file(order.file)));
    }
    for (const QString& name : filesIn(m_root / "now").keys())
        // The part of a backup lies under a name of its own, which the next backup takes over.
        if (name.contains(QLatin1String("-backups/.")))
            continue;
        else if (name.contains(QLatin1String(".part")) || name.endsWith(QLatin1String(".old")))
            return QStringLiteral("%1 is left").arg(name);
    return {};
}

} // namespace ochain::testing
