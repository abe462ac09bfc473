// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "bench/window/starts.h"

#include "bench/window/first_paint.h"

#include <array>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <stdexcept>
#include <tuple>
#include <utility>

#include <fcntl.h>
#include <poll.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

namespace ochain::bench {

namespace {

using Clock = std::chrono::steady_clock;

constexpr int kPatienceMs = 600'000;

double millisecondsSince(Clock::time_point from)
{
    return std::chrono::duration<double, std::milli>(Clock::now() - from).count();
}

double millisecondsOf(const timeval& time)
{
    return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_usec) / 1e3;
}

/// Ends with the child; the processor time it took.
double processorTimeOf(pid_t child, int* status)
{
    rusage used{};
    if (::wait4(child, status, 0, &used) != child)
        throw std::runtime_error("a program that was started cannot be waited for");
    return millisecondsOf(used.ru_utime) + millisecondsOf(used.ru_stime);
}

/// @param surroundings  variables of the environment, set in the child
pid_t launch(std::vector<std::string> arguments, const std::vector<std::pair<std::string, std::string>>& surroundings)
{
    std::vector<char*> words;
    words.reserve(arguments.size() + 1);
    for (std::string& each : arguments)
        words.push_back(each.data());
    words.push_back(nullptr);
    const pid_t child = ::fork();
    if (child < 0)
        throw std::runtime_error("no program can be started");
    if (child == 0) {
        for (const auto& [name, value] : surroundings)
            ::setenv(name.c_str(), value.c_str(), 1);
        if (const int nowhere = ::open("/dev/null", O_WRONLY); nowhere >= 0)
            ::dup2(nowhere, STDERR_FILENO); // what the toolkit misses in a screen without a window manager
        ::execv(words.front(), words.data());
        ::_exit(127);
    }
    return child;
}

struct Pipe {
    Pipe()
    {
        if (::pipe(ends.data()) != 0)
            throw std::runtime_error("there is no pipe left");
    }
    ~Pipe()
    {
        ::close(ends[0]);
        closeWriting();
    }
    Pipe(const Pipe&) = delete;
    Pipe& operator=(const Pipe&) = delete;
    void closeWriting()
    {
        if (ends[1] >= 0)
            ::close(std::exchange(ends[1], -1));
    }
    std::array<int, 2> ends{};
};

/// Whether a byte came before the other side was closed.
bool isTold(const Pipe& pipe)
{
    pollfd waiting{pipe.ends[0], POLLIN, 0};
    char byte = 0;
    return ::poll(&waiting, 1, kPatienceMs) == 1 && ::read(pipe.ends[0], &byte, 1) == 1;
}

} // namespace

Start startToFirstChart(const std::vector<std::string>& arguments, const std::filesystem::path& plugins,
                        const std::filesystem::path& home)
{
    Pipe pipe;
    const auto before = Clock::now();
    const pid_t child = launch(arguments, {{kFirstPaintPipe, std::to_string(pipe.ends[1])},
                                           {"QT_QPA_GENERIC_PLUGINS", kFirstPaintKey},
                                           {"QT_PLUGIN_PATH", plugins.string()},
                                           {"XDG_CONFIG_HOME", (home / "config").string()},
                                           {"XDG_DATA_HOME", (home / "data").string()},
                                           {"XDG_CACHE_HOME", (home / "cache").string()}});
    pipe.closeWriting();
    const bool isShown = isTold(pipe);
    Start start{millisecondsSince(before), 0};
    ::kill(child, SIGKILL); // what ending takes is not part of it
    int status = 0;
    start.processorMs = processorTimeOf(child, &status);
    if (!isShown)
        throw std::runtime_error(arguments.front() + " showed no chart");
    return start;
}

Start startToEnd(const std::vector<std::string>& arguments)
{
    const auto before = Clock::now();
    const pid_t child = launch(arguments, {});
    int status = 0;
    Start start;
    start.processorMs = processorTimeOf(child, &status);
    start.wallMs = millisecondsSince(before);
    if (!WIFEXITED(status) || WEXITSTATUS(status) != 0)
        throw std::runtime_error(arguments.front() + " failed");
    return start;
}

} // namespace ochain::bench
