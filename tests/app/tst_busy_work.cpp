// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "busy_work.h"
#include "document_loader.h"
#include "document_testing.h"
#include "panels/status_panel.h"

#include <QCoreApplication>
#include <QObject>
#include <QPushButton>
#include <QString>
#include <QTest>
#include <QThread>
#include <QTimer>

#include <atomic>
#include <thread>

using namespace ochain;
using namespace ochain::testing;

/// Work that goes on until something happens.
class TestBusyWork final : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        m_file = std::make_unique<ChainFile>();
        m_document = m_file->open();
        QVERIFY(m_document);
        m_status = std::make_unique<StatusPanel>();
        m_status->show();
        m_busy = std::make_unique<BusyWork>(*m_status, m_loader);
    }
    void cleanup()
    {
        m_busy.reset();
        m_status.reset();
        m_document.reset();
        m_file.reset();
    }

    void shortWorkIsDoneWithoutASign()
    {
        bool isDone = false;
        bool hadEvents = false;
        const QObject here; // the event may come when all this is over
        QTimer::singleShot(0, &here, [&hadEvents] { hadEvents = true; });
        QVERIFY(m_busy->read(*m_document, QStringLiteral("Counting"),
                             [&](const Snapshot&, const Progress&) { isDone = true; }));
        QVERIFY(isDone);
        QVERIFY(!hadEvents);
        QVERIFY(!m_busy->isBusy());
    }

    void theWindowLivesWhileItWaits()
    {
        std::atomic<bool> mayEnd = false;
        const auto& cancel = *m_status->findChild<QPushButton*>(QStringLiteral("cancelWork"));
        bool wasShown = false;
        bool wasBusy = false;
        QTimer clock;
        connect(&clock, &QTimer::timeout, this, [&] {
            wasShown = cancel.isVisible();
            wasBusy = m_busy->isBusy();
            mayEnd = true;
        });
        clock.start(1);
        QVERIFY(m_busy->read(*m_document, QStringLiteral("Counting"), [&](const Snapshot&, const Progress& progress) {
            while (!mayEnd && progress(0.5))
                std::this_thread::yield();
        }));
        QVERIFY(wasShown);
        QVERIFY(wasBusy);
        QVERIFY(!cancel.isVisible());
    }

    void cancelledItHasEnded()
    {
        auto& cancel = *m_status->findChild<QPushButton*>(QStringLiteral("cancelWork"));
        QTimer clock;
        connect(&clock, &QTimer::timeout, &cancel, &QPushButton::click);
        clock.start(1);
        const std::string before = everything(*m_document);
        std::atomic<bool> hasEnded = false;
        Rollups rollups;
        QVERIFY(
            !m_busy->read(*m_document, QStringLiteral("Counting"), [&](const Snapshot& now, const Progress& progress) {
                while (progress(0.5))
                    std::this_thread::yield();
                Lens weighted;
                weighted.withAssumed = false;
                rollups.compute(now.chain, weighted, progress);
                hasEnded = true;
            }));
        QVERIFY(hasEnded);
        QVERIFY(!m_busy->isBusy());
        QCOMPARE(everything(*m_document), before);
    }

    void itReadsTheDocumentAsItWasWhateverIsEditedMeanwhile()
    {
        std::atomic<bool> isEdited = false;
        const std::string before = fieldOf(m_document->chain(), "deals", "amd-openai", "capacity_mw");
        std::string read;
        QTimer clock;
        connect(&clock, &QTimer::timeout, this, [&] {
            clock.stop();
            QVERIFY(setField(*m_document, "deals", "amd-openai", "capacity_mw", "7000"));
            isEdited = true;
        });
        clock.start(1);
        QVERIFY(m_busy->read(*m_document, QStringLiteral("Counting"), [&](const Snapshot& now, const Progress&) {
            while (!isEdited)
                std::this_thread::yield();
            read = fieldOf(now.chain, "deals", "amd-openai", "capacity_mw");
        }));
        QCOMPARE(read, before);
        QCOMPARE(fieldOf(m_document->chain(), "deals", "amd-openai", "capacity_mw"), std::string("7000"));
    }

    void aLargeEditIsWrittenWhileTheWindowLives()
    {
        std::atomic<bool> hadEvents = false;
        QThread* writer = nullptr;
        std::string seen;
        QTimer::singleShot(0, m_busy.get(), [&] {
            hadEvents = true;
            seen = fieldOf(m_document->chain(), "deals", "amd-openai", "capacity_mw"); // still as it was
            QCOMPARE(m_document->catchUp(), 0);
        });
        const std::string before = fieldOf(m_document->chain(), "deals", "amd-openai", "capacity_mw");
        tl::expected<void, Document::Refused> applied;
        m_busy->change(QStringLiteral("Pasting"), true, [&](const Session::Beside& beside) {
            const auto watched = [&](const std::function<void()>& writing) {
                beside([&] {
                    writer = QThread::currentThread();
                    writing();
                    while (!hadEvents)
                        std::this_thread::yield();
                });
            };
            applied = m_document->apply(
                EditText(m_document->chain()).set("deals", "amd-openai", "capacity_mw", "7000").edit(), watched);
        });
        QVERIFY(applied);
        QVERIFY(writer != nullptr && writer != QThread::currentThread());
        QCOMPARE(seen, before);
        QCOMPARE(fieldOf(m_document->chain(), "deals", "amd-openai", "capacity_mw"), std::string("7000"));
        QVERIFY(!m_busy->isBusy());
        QVERIFY(m_document->undo());
        QCOMPARE(fieldOf(m_document->chain(), "deals", "amd-openai", "capacity_mw"), before);
    }

    void whatIsRefusedBesideTheWindowChangesNothing()
    {
        const std::string before = everything(*m_document);
        tl::expected<void, Document::Refused> applied;
        m_busy->change(QStringLiteral("Pasting"), true, [&](const Session::Beside& beside) {
            applied = m_document->apply(EditText(m_document->chain()).set("deals", "amd-openai", "ends", "1999").edit(),
                                        beside);
        });
        QVERIFY(!applied);
        QVERIFY(!applied.error().problems.empty());
        QCOMPARE(everything(*m_document), before);
        QVERIFY(!m_document->canUndo());
    }

    void aProgramThatIsToldToEndDoesNotWait()
    {
        std::atomic<bool> hasEnded = false;
        QTimer clock;
        connect(&clock, &QTimer::timeout, qApp, [] { QCoreApplication::exit(); });
        clock.start(1);
        QVERIFY(!m_busy->read(*m_document, QStringLiteral("Counting"), [&](const Snapshot&, const Progress& progress) {
            while (progress(0.5))
                std::this_thread::yield();
            hasEnded = true;
        }));
        QVERIFY(hasEnded);
    }

private:
    std::unique_ptr<ChainFile> m_file;
    std::unique_ptr<Document> m_document;
    std::unique_ptr<StatusPanel> m_status;
    DocumentLoader m_loader;
    std::unique_ptr<BusyWork> m_busy;
};

QTEST_MAIN(TestBusyWork)
#include "tst_busy_work.moc"
