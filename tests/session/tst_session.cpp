// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "reference/compare.h"
#include "reference/random_edits.h"
#include "session/session.h"
#include "store/store_testing.h"

#include <QTemporaryDir>
#include <QTest>

#include <array>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <thread>
#include <vector>

using namespace ochain;
using namespace ochain::testing;

namespace {

/// A chain file of three deals in a folder of its own, which goes with it.
struct SessionFile {
    explicit SessionFile(const Chain& chain = smallChain())
        : path(testing::path(folder.filePath(QStringLiteral("chain.ochain"))))
    {
        makeFile(path, chain);
    }
    [[nodiscard]] std::unique_ptr<Session> open(bool withRollups = true) const
    {
        Result<std::unique_ptr<Session>> session = Session::open(path);
        if (!session)
            qFatal("%s", session.error().message().c_str());
        if (withRollups && !(*session)->compute(Lens()))
            qFatal("the rollups were not computed");
        return std::move(*session);
    }

    QTemporaryDir folder;
    std::filesystem::path path;
};

Edit capacity(const Session& session, const char* deal, const char* megawatts)
{
    Edit edit = setField(session.chain(), Table::Deals, deal, "capacity_mw", megawatts);
    edit.author.clear();
    return edit;
}

/// A place for what takes longest of an edit; none: it is done in place.
Session::Beside placeFor(bool isOnAnotherThread)
{
    if (!isOnAnotherThread)
        return {};
    return [](const std::function<void()>& work) { std::thread(work).join(); };
}

void addPlaces()
{
    QTest::addColumn<bool>("isOnAnotherThread");
    QTest::newRow("in place") << false;
    QTest::newRow("on another thread") << true;
}

std::string capacityOf(const Session& session, const char* deal)
{
    return fieldOf(session.chain(), Table::Deals, deal, "capacity_mw");
}

/// Kilowatts that a supplies in all.
std::int64_t supplied(const Chain& chain, const Rollups& rollups)
{
    const Group a = Group::of(chain.find<NodeId>("a"));
    return rollups.figure(a, Measure::CapacityOut, LayerNumber{0}, kTotal).value;
}

/// What differs between the session's rollups and those computed from its chain; "" for nothing.
std::string differenceFromFresh(const Session& session)
{
    Rollups fresh;
    fresh.compute(session.chain(), session.rollups().lens());
    return firstDifference(session.chain(), session.rollups(), fresh,
                           naive::figuresOf(naive::readRows(session.chain()), session.rollups().lens()));
}

/// Events as one line of text.
struct Told {
    explicit Told(Session& told) : session(told)
    {
        SessionEvents events;
        events.aboutToTake = [this](const Edit& edit) { text += " take " + std::to_string(edit.seq) + " "; };
        events.taken = [this](const Changed& changed) { text += " taken " + std::to_string(changed.edit.seq) + " "; };
        events.failed = [this](const Error&) { text += " failed "; };
        events.goesOn = [this] { return goesOn; };
        session.setEvents(std::move(events));
    }
    ~Told() { session.setEvents({}); }
    Told(const Told&) = delete;
    Told& operator=(const Told&) = delete;

    Session& session;
    std::string text;
    bool goesOn = true;
};

} // namespace

class TestSession final : public QObject {
    Q_OBJECT

private slots:
    void anEditStandsInFileChainAndRollups_data() { addPlaces(); }
    void anEditStandsInFileChainAndRollups()
    {
        QFETCH(bool, isOnAnotherThread);
        const SessionFile file;
        const auto session = file.open();
        const Told told(*session);
        const auto done = session->apply(capacity(*session, "deal-1", "40"), placeFor(isOnAnotherThread));
        QVERIFY(done);
        QVERIFY(!done->items.empty());
        QCOMPARE(done->edit.seq, session->lastSeq());
        QVERIFY(!done->edit.author.empty());
        QCOMPARE(told.text, std::string(" take 1  taken 1 "));
        QCOMPARE(capacityOf(*session, "deal-1"), std::string("40"));
        QCOMPARE(supplied(session->chain(), session->rollups()), std::int64_t(60'000));
        QCOMPARE(capacityOf(*file.open(), "deal-1"), std::string("40"));
    }

    void withoutRollupsTheChainIsKeptAlone_data() { addPlaces(); }
    void withoutRollupsTheChainIsKeptAlone()
    {
        QFETCH(bool, isOnAnotherThread);
        const SessionFile file;
        const auto session = file.open(false);
        QVERIFY(session->apply(capacity(*session, "deal-1", "40"), placeFor(isOnAnotherThread)));
        QCOMPARE(capacityOf(*session, "deal-1"), std::string("40"));
        QVERIFY(session->undo());
        QCOMPARE(capacityOf(*session, "deal-1"), std::string("10"));
        QVERIFY(session->compute(Lens()));
        QVERIFY(session->redo());
        QCOMPARE(differenceFromFresh(*session), std::string());
        QCOMPARE(supplied(session->chain(), session->rollups()), std::int64_t(60'000));
    }

    void anEditWithoutChangesIsNotWritten()
    {
        const SessionFile file;
        const auto session = file.open();
        const Told told(*session);
        QVERIFY(session->apply(Edit()));
        QCOMPARE(session->lastSeq(), std::int64_t(0));
        QCOMPARE(told.text, std::string());
    }

    void whatAnotherAcceptedAsksToOpenTheFileAgain()
    {
        const SessionFile file;
        const auto mine = file.open();
        const Told told(*mine);
        runSql(file.path, "UPDATE deals SET capacity_kw = 50000 WHERE key = 'deal-1'");
        {
            const auto other = Session::open(file.path, Store::Access::ReadWrite, {}, Look::Whole);
            QVERIFY(other && (*other)->isReadOnly());
            const Result<Edit> accepted = (*other)->accept("meant so");
            QVERIFY2(accepted, messageOf(accepted).c_str());
        }
        QCOMPARE(mine->catchUp(), 0);
        QVERIFY2(told.text.find("failed") != std::string::npos, told.text.c_str());
        QVERIFY(mine->isReadOnly());
        QVERIFY(mine->readOnlyReason().text().find("Open it again") != std::string::npos);
        const auto again = file.open();
        QVERIFY(!again->isReadOnly());
        QCOMPARE(capacityOf(*again, "deal-1"), std::string("50"));
        QVERIFY(again->apply(capacity(*again, "deal-1", "60")));
        QVERIFY(again->undo());
        const auto none = again->undo(); // what was accepted is nobody's to undo
        QVERIFY(!none);
        QCOMPARE(none.error().error->kind, ErrorKind::NotFound);
    }

    void aRefusedEditChangesNothing_data()
    {
        QTest::addColumn<bool>("isBroken");
        QTest::addColumn<bool>("goesOn");
        QTest::addColumn<bool>("isOnAnotherThread");
        QTest::newRow("breaks a rule") << true << true << false;
        QTest::newRow("is given up") << false << false << false;
        QTest::newRow("breaks a rule, on another thread") << true << true << true;
        QTest::newRow("is given up, on another thread") << false << false << true;
    }
    void aRefusedEditChangesNothing()
    {
        QFETCH(bool, isOnAnotherThread);
        QFETCH(bool, isBroken);
        QFETCH(bool, goesOn);
        const SessionFile file;
        const auto session = file.open();
        Told told(*session);
        told.goesOn = goesOn;
        const std::string before = allText(session->chain());
        const std::uint64_t revision = session->chain().revision();
        Edit edit = capacity(*session, "deal-1", "40");
        const Edit broken = setField(session->chain(), Table::Deals, "deal-2", "ends", "2020");
        if (isBroken)
            edit.changes.insert(edit.changes.end(), broken.changes.begin(), broken.changes.end());
        const auto done = session->apply(edit, placeFor(isOnAnotherThread));
        QVERIFY(!done);
        QCOMPARE(!done.error().problems.empty(), isBroken);
        QCOMPARE(done.error().error.has_value(), !goesOn);
        QCOMPARE(told.text, std::string());
        QCOMPARE(allText(session->chain()), before);
        QCOMPARE(session->chain().revision(), revision);
        QCOMPARE(differenceFromFresh(*session), std::string());
        QCOMPARE(session->lastSeq(), std::int64_t(0));
        QCOMPARE(allText(file.open()->chain()), before);
    }

    void aTriedEditLeavesNoTrace()
    {
        const SessionFile file;
        const auto session = file.open();
        const Told told(*session);
        const std::string before = allText(session->chain());
        std::int64_t during = 0;
        QVERIFY(session
                    ->tryOut(capacity(*session, "deal-1", "40"),
                             [&](const Snapshot& with, const Changed& changed) {
                                 QVERIFY(!changed.items.empty());
                                 during = supplied(with.chain, with.rollups);
                             })
                    .empty());
        QCOMPARE(during, std::int64_t(60'000));
        QCOMPARE(told.text, std::string());
        QCOMPARE(allText(session->chain()), before);
        QCOMPARE(differenceFromFresh(*session), std::string());
        const Problems problems =
            session->tryOut(setField(session->chain(), Table::Deals, "deal-2", "ends", "2020"),
                            [&](const Snapshot&, const Changed&) { QFAIL("an edit that breaks a rule stood"); });
        QVERIFY(!problems.empty());
        QCOMPARE(allText(session->chain()), before);
    }

    void theSlowerOfTwoCatchesUpAndTriesAgain_data() { addPlaces(); }
    void theSlowerOfTwoCatchesUpAndTriesAgain()
    {
        QFETCH(bool, isOnAnotherThread);
        const SessionFile file;
        const auto mine = file.open();
        const auto theirs = file.open();
        const Told told(*mine);
        QVERIFY(theirs->apply(capacity(*theirs, "deal-2", "20")));
        QVERIFY(mine->apply(capacity(*mine, "deal-1", "40"), placeFor(isOnAnotherThread)));
        QCOMPARE(told.text, std::string(" take 1  taken 1  take 2  taken 2 "));
        QCOMPARE(theirs->catchUp(), 1);
        QCOMPARE(theirs->catchUp(), 0);
        for (const Session* session : {mine.get(), theirs.get()}) {
            QCOMPARE(supplied(session->chain(), session->rollups()), std::int64_t(70'000));
            QCOMPARE(differenceFromFresh(*session), std::string());
        }
        QCOMPARE(allText(mine->chain()), allText(theirs->chain()));
    }

    void whatIsWrongByNowIsRefusedByWhatTheFileHas()
    {
        const SessionFile file;
        const auto mine = file.open();
        const auto theirs = file.open();
        QVERIFY(theirs->apply(capacity(*theirs, "deal-1", "20")));
        const auto done = mine->apply(capacity(*mine, "deal-1", "40"));
        QVERIFY(!done);
        QCOMPARE(done.error().problems.front().rule, Rule::Changed);
        QCOMPARE(capacityOf(*mine, "deal-1"), std::string("20"));
        QCOMPARE(mine->lastSeq(), std::int64_t(1));
    }

    void anEditIsMadeAnewFromWhatOthersLeft()
    {
        const SessionFile file;
        const auto mine = file.open();
        const auto theirs = file.open();
        QVERIFY(theirs->apply(capacity(*theirs, "deal-1", "20")));
        int made = 0;
        QVERIFY(mine->apply([&](const Chain& chain) -> tl::expected<Edit, Refused> {
            ++made;
            return setField(chain, Table::Deals, "deal-1", "capacity_mw", "40");
        }));
        QCOMPARE(made, 2);
        QCOMPARE(capacityOf(*mine, "deal-1"), std::string("40"));
    }

    void whoeverIsAlwaysOvertakenGivesUp()
    {
        const SessionFile file;
        const auto mine = file.open();
        const auto theirs = file.open();
        int made = 0;
        const auto done = mine->apply([&](const Chain& chain) -> tl::expected<Edit, Refused> {
            const Edit edit = setField(chain, Table::Deals, "deal-1", "capacity_mw", "40");
            if (!theirs->apply(capacity(*theirs, "deal-2", std::to_string(20 + ++made).c_str())))
                qFatal("the others were refused");
            return edit;
        });
        QVERIFY(!done);
        QCOMPARE(done.error().error->kind, ErrorKind::Conflict);
        QCOMPARE(made, 20);
        QCOMPARE(allText(mine->chain()), allText(theirs->chain()));
    }

    void undoGoesBackOverAReopenedFile()
    {
        const SessionFile file;
        std::vector<std::string> states;
        {
            const auto session = file.open();
            for (const char* megawatts : {"20", "30", "40"}) {
                states.push_back(allText(session->chain()));
                QVERIFY(session->apply(capacity(*session, "deal-1", megawatts)));
            }
        }
        const auto session = file.open();
        QCOMPARE(session->nextUndo()->of, std::int64_t(3));
        QVERIFY(!session->undoEdit(2)); // 3 is in the way
        for (auto state = states.rbegin(); state != states.rend(); ++state) {
            const auto done = session->undo();
            QVERIFY(done);
            QCOMPARE(done->edit.kind, EditKind::Undo);
            QCOMPARE(allText(session->chain()), *state);
            QCOMPARE(differenceFromFresh(*session), std::string());
        }
        QCOMPARE(session->undo().error().error->kind, ErrorKind::NotFound);
        QCOMPARE(session->undoEdit(3).error().error->kind, ErrorKind::NotFound);
        QVERIFY(file.open()->redo()); // another session goes on from there
        QCOMPARE(session->catchUp(), 1);
        QCOMPARE(capacityOf(*session, "deal-1"), std::string("20"));
        QVERIFY(session->undoEdit(1));
        QCOMPARE(allText(session->chain()), states.front());
    }

    void oneEditIsTakenBackAloneWhereItApplies()
    {
        const SessionFile file;
        const auto session = file.open();
        QVERIFY(session->apply(capacity(*session, "deal-1", "20")));
        QVERIFY(session->apply(capacity(*session, "deal-2", "30")));
        QVERIFY(session->apply(capacity(*session, "deal-2", "40")));
        const std::string second = capacityOf(*session, "deal-2");
        const Result<Edit> overtaken = session->undoOf(2); // 3 changed the same field since
        QVERIFY(overtaken);
        QVERIFY(!session->validate(*overtaken).empty());
        QVERIFY(!session->apply(*overtaken));
        const Result<Edit> first = session->undoOf(1); // not the last, and nothing is in its way
        QVERIFY(first);
        QCOMPARE(first->kind, EditKind::Undo);
        QVERIFY(session->apply(*first));
        QCOMPARE(capacityOf(*session, "deal-2"), second);
        QCOMPARE(differenceFromFresh(*session), std::string());
        QCOMPARE(session->undoOf(1).error().kind, ErrorKind::NotFound); // once
        QCOMPARE(session->undoOf(4).error().kind, ErrorKind::NotFound); // an undo is redone, not undone
        QCOMPARE(session->undoOf(99).error().kind, ErrorKind::NotFound);
        QCOMPARE(session->nextUndo()->of, std::int64_t(3)); // the others go back in their order
        QCOMPARE(session->nextRedo()->of, std::int64_t(1));
        const auto again = file.open(); // which is read from the file alike
        QCOMPARE(again->nextUndo()->of, std::int64_t(3));
        QCOMPARE(again->nextRedo()->of, std::int64_t(1));
        QVERIFY(again->loadProblems().empty());
    }

    void aFileThatMayOnlyBeReadTakesNoEdits()
    {
        const SessionFile file;
        const auto session = Session::open(file.path, Store::Access::ReadOnly);
        QVERIFY(session);
        QVERIFY((*session)->isReadOnly());
        const auto done = (*session)->apply(capacity(**session, "deal-1", "40"));
        QVERIFY(!done);
        QCOMPARE(done.error().error->kind, ErrorKind::ReadOnly);
        QCOMPARE(capacityOf(**session, "deal-1"), std::string("10"));
    }

    void whatIsAssumedIsInNoFile()
    {
        const SessionFile file;
        const auto session = file.open();
        QVERIFY(session->assume(capacity(*session, "deal-1", "40")).empty());
        QCOMPARE(supplied(session->chain(), session->rollups()), std::int64_t(60'000));
        QCOMPARE(differenceFromFresh(*session), std::string());
        QVERIFY(session->isReadOnly());
        QVERIFY(!session->apply(capacity(*session, "deal-2", "40")));
        QCOMPARE(capacityOf(*file.open(), "deal-1"), std::string("10"));
    }

    void rollupsEqualAFreshComputationAfterAnyEdits_data()
    {
        QTest::addColumn<int>("seed");
        for (int seed = 1; seed <= 3; ++seed)
            QTest::addRow("seed %d", seed) << seed;
    }
    void rollupsEqualAFreshComputationAfterAnyEdits()
    {
        QFETCH(int, seed);
        RandomEdits random(static_cast<std::uint64_t>(seed));
        Chain skeleton;
        Edit first = random.skeleton(skeleton);
        QVERIFY(skeleton.apply(first).empty());
        const SessionFile file(skeleton);
        std::array<std::unique_ptr<Session>, 2> sessions;
        for (std::unique_ptr<Session>& session : sessions)
            session = file.open();
        for (int step = 0; step < 60; ++step) {
            Session& session = *sessions[random.below(sessions.size())];
            if (random.below(6) == 0)
                static_cast<void>(random.below(2) == 0 ? session.undo() : session.redo());
            else if (const std::optional<Edit> edit = random.next(session.chain()))
                static_cast<void>(session.apply(*edit, placeFor(random.below(3) == 0))); // some are refused
            if (step % 10 == 9)
                QCOMPARE(differenceFromFresh(session), std::string());
        }
        for (const auto& session : sessions) {
            session->catchUp();
            QCOMPARE(differenceFromFresh(*session), std::string());
        }
        QVERIFY(sessions.front()->lastSeq() > 20);
        QCOMPARE(allText(sessions.front()->chain()), allText(sessions.back()->chain()));
        QCOMPARE(allText(file.open()->chain()), allText(sessions.back()->chain()));
    }
};

QTEST_APPLESS_MAIN(TestSession)
#include "tst_session.moc"
