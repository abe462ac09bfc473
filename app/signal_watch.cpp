// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "signal_watch.h"

#include <QSocketNotifier>

#include <array>
#include <csignal>

#include <fcntl.h>
#include <unistd.h>

namespace ochain {

namespace {

constexpr std::array<int, 3> kSignals{SIGINT, SIGTERM, SIGHUP};
volatile std::sig_atomic_t writeEnd = -1; // what the handler writes to; it may touch nothing else

void wake(int)
{
    const char byte = 0;
    static_cast<void>(!::write(writeEnd, &byte, 1)); // a full pipe wakes as well
}

} // namespace

SignalWatch::SignalWatch(QObject* parent) : QObject(parent)
{
    if (::pipe2(m_pipe.data(), O_CLOEXEC | O_NONBLOCK) != 0)
        return; // the signals end the program as ever
    m_notifier = new QSocketNotifier(m_pipe[0], QSocketNotifier::Read, this);
    connect(m_notifier, &QSocketNotifier::activated, this, &SignalWatch::read);
    writeEnd = m_pipe[1];
    for (const int number : kSignals) {
        struct sigaction before {};
        struct sigaction action {};
        action.sa_handler = wake;
        action.sa_flags = static_cast<int>(SA_RESETHAND) | SA_RESTART;
        if (::sigaction(number, nullptr, &before) == 0 && before.sa_handler != SIG_IGN)
            ::sigaction(number, &action, nullptr);
    }
}

SignalWatch::~SignalWatch()
{
    if (m_pipe[0] < 0)
        return;
    for (const int number : kSignals) {
        struct sigaction now {};
        if (::sigaction(number, nullptr, &now) == 0 && now.sa_handler == wake)
            std::signal(number, SIG_DFL);
    }
    writeEnd = -1;
    delete m_notifier; // before what it watches is closed
    ::close(m_pipe[0]);
    ::close(m_pipe[1]);
}

void SignalWatch::read()
{
    std::array<char, 16> bytes{};
    while (::read(m_pipe[0], bytes.data(), bytes.size()) > 0) {
    }
    emit endAsked();
}

} // namespace ochain
