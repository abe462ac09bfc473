// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "bench/results.h"
#include "bench/table/table_steps.h"

#include <QApplication>
#include <QFile>
#include <QTemporaryDir>

#include <algorithm>
#include <cstdlib>
#include <exception>
#include <stdexcept>
#include <string>
#include <vector>

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace {

using namespace ochain::bench;

constexpr double kMostBlockMs = 100;

std::vector<Result> resultsOf(const std::vector<TableStep>& steps)
{
    std::vector<Result> results;
    for (const TableStep& step : steps) {
        std::vector<double> times, blocks;
        for (const StepTime& time : step.times) {
            times.push_back(time.untilThere);
            blocks.push_back(time.longestBlock);
        }
        const auto most = step.mostMs > 0 ? std::optional(step.mostMs) : std::nullopt;
        results.push_back({step.name + "_ms", step.text + ", ms", quantile(times, 0.5), most});
        results.push_back({step.name + "_worst_ms", "  the slowest", quantile(times, 1), {}});
        results.push_back({step.name + "_block_ms", "  longest block", quantile(blocks, 1), kMostBlockMs});
    }
    return results;
}

void print(const std::vector<Result>& results, bool asJson)
{
    if (!asJson) {
        printTable(results);
        return;
    }
    nlohmann::ordered_json json;
    for (const Result& result : results)
        json[result.name] = result.value;
    fmt::print("{}\n", json.dump(2));
}

std::vector<Result> measured(const std::string& file, int times)
{
    const QTemporaryDir folder;
    const QString copy = folder.filePath(QStringLiteral("chain.ochain"));
    if (!folder.isValid() || !QFile::copy(QString::fromStdString(file), copy))
        throw std::runtime_error(fmt::format("{} cannot be copied", file));
    const auto document = ochain::Document::open(copy.toStdString());
    if (!document)
        throw std::runtime_error(document.error().message());
    return resultsOf(takeTableSteps(**document, times));
}

} // namespace

int main(int argc, char** argv)
{
    CLI::App app("Times of the deals table: sorting, filtering and editing, and how long the event loop stands still");
    std::string file;
    int times = 5;
    bool asJson = false;
    app.add_option("FILE", file, "a chain, such as ochain-bench --write makes")->required()->check(CLI::ExistingFile);
    app.add_option("--times", times, "how often each")->check(CLI::Range(1, 1000));
    app.add_flag("--json", asJson, "print JSON");
    CLI11_PARSE(app, argc, argv);
    try {
        const QApplication application(argc, argv);
        print(measured(file, times), asJson);
        return EXIT_SUCCESS;
    } catch (const std::exception& failed) {
        fmt::print(stderr, "ochain-bench-table: {}\n", failed.what());
        return EXIT_FAILURE;
    }
}
