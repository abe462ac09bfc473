// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The other program of the fault tests: a second process that works on the same file, to be killed, to be in the way,
// or to meet a disk without room. Speaks in lines on standard output.
//
//   other_program commit FILE COUNT   commits COUNT edits (0: for ever), catching up with others; a line "seq N" after
//   each other_program hold FILE SQL       runs SQL (BEGIN EXCLUSIVE …), says "held", keeps the lock until standard
//   input ends other_program fill FILE BYTES     commits ever more until the files may grow no further: BYTES is the
//   limit of each other_program create FILE BYTES   makes a new file of the chain in FILE.from under that limit
//   other_program look FILE           opens as somebody without rights, if it may change who it is, and tells what it
//   found

#include "store/store_testing.h"

#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <iostream>
#include <string>

#include <grp.h>
#include <sqlite3.h>
#include <sys/resource.h>
#include <unistd.h>

using namespace ochain;
using namespace ochain::testing;

namespace {

void say(const std::string& line)
{
    std::cout << line << std::endl; // flushed: the reader may kill this process any moment
}

int fail(const Error& error)
{
    say("error " + std::to_string(static_cast<int>(error.kind)) + " " + error.message());
    return 1;
}

/// A change that touches several tables, other for each number.
Edit nextEdit(const Chain& chain, std::int64_t number, std::size_t noteBytes)
{
    const std::string deal = "deal-" + std::to_string(number % 3 + 1);
    const std::string source = "source-" + std::to_string(::getpid()) + "-" + std::to_string(number);
    EditBuilder builder(chain);
    static_cast<void>(builder.set(Table::Deals, deal, deal_field::CapacityMw, std::to_string(number % 1000 + 1)));
    static_cast<void>(builder.set(Table::Deals, deal, deal_field::NoteEn, std::string(noteBytes, 'n') + source));
    static_cast<void>(builder.add(Table::Sources, source));
    static_cast<void>(builder.set(Table::Sources, source, source_field::Title, "T"));
    static_cast<void>(builder.addRow(
        Table::Citations,
        {{citation_field::Table, "deals"}, {citation_field::RowKey, deal}, {citation_field::Source, source}}));
    return std::move(builder).build("other", source);
}

int commitMany(Store& store, std::int64_t count, std::size_t noteBytes)
{
    Loaded state = loaded(store);
    for (std::int64_t n = 0; count == 0 || n < count;) {
        Result<Edit> committed = store.commit(nextEdit(state.chain, n, noteBytes), state.seq);
        if (committed) {
            if (!state.chain.apply(*committed).empty())
                return fail(Error{ErrorKind::InvalidInput, {"a committed edit cannot be applied", {}}, {}});
            state.seq = committed->seq;
            say("seq " + std::to_string(state.seq));
            ++n;
            continue;
        }
        if (committed.error().kind != ErrorKind::Conflict)
            return fail(committed.error());
        Result<std::vector<Edit>> edits = store.changesSince(state.seq);
        if (!edits)
            return fail(edits.error());
        for (Edit& edit : *edits) {
            if (!state.chain.apply(edit).empty())
                return fail(Error{ErrorKind::InvalidInput, {"another's edit cannot be applied", {}}, {}});
            state.seq = edit.seq;
        }
    }
    return 0;
}

int hold(const std::string& file, const std::string& sql)
{
    sqlite3* database = nullptr;
    if (sqlite3_open(file.c_str(), &database) != SQLITE_OK ||
        sqlite3_exec(database, sql.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK)
        return fail(Error{ErrorKind::Io, {sqlite3_errmsg(database), {}}, {}});
    say("held");
    while (std::cin.get() != EOF) {
    }
    sqlite3_close(database);
    return 0;
}

void limitFiles(rlim_t bytes)
{
    std::signal(SIGXFSZ, SIG_IGN);
    const rlimit limit{bytes, bytes};
    if (::setrlimit(RLIMIT_FSIZE, &limit) != 0)
        std::abort();
}

int look(const std::string& file)
{
    if (::geteuid() == 0) {
        constexpr gid_t kNobody = 65534;
        if (::setgroups(0, nullptr) != 0 || ::setegid(kNobody) != 0 || ::seteuid(kNobody) != 0)
            std::abort();
    }
    const Result<std::unique_ptr<Store>> store = Store::open(file);
    if (!store)
        return fail(store.error());
    const Result<Loaded> state = (*store)->load();
    if (!state)
        return fail(state.error());
    const Result<Edit> committed = (*store)->commit(nextEdit(state->chain, 1, 0), state->seq);
    say(std::string((*store)->isReadOnly() ? "read-only " : "writable ") +
        std::to_string(state->chain.size(Table::Deals)) + " deals, " + std::to_string(state->problems.size()) +
        " problems: " + (*store)->readOnlyReason().text() + " | " + messageOf(committed));
    return 0;
}

} // namespace

int main(int argc, char** argv)
{
    const std::vector<std::string> args(argv + 1, argv + argc);
    if (args.size() < 2)
        return 2;
    const std::string& order = args[0];
    const std::string& file = args[1];
    const std::int64_t number = args.size() > 2 ? std::atoll(args[2].c_str()) : 0;
    if (order == "hold")
        return hold(file, args[2]);
    if (order == "look")
        return look(file);
    if (order == "create") {
        const Chain chain = loaded(*opened(file + ".from")).chain;
        limitFiles(static_cast<rlim_t>(number));
        const Result<void> made = Store::create(file, chain, true);
        return made ? 0 : fail(made.error());
    }
    const Result<std::unique_ptr<Store>> store = Store::open(file);
    if (!store)
        return fail(store.error());
    if (order == "fill")
        limitFiles(static_cast<rlim_t>(number));
    constexpr std::size_t kLongNote = 20'000;
    return commitMany(**store, order == "fill" ? 0 : number, order == "fill" ? kLongNote : 0);
}
