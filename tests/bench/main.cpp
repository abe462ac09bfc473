// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "bench/measure.h"
#include "bench/results.h"

#include <cstdint>
#include <cstdlib>
#include <exception>
#include <filesystem>
#include <string>
#include <system_error>
#include <vector>

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace {

using namespace ochain::bench;
namespace fs = std::filesystem;

/// A folder of its own that goes when the program ends.
class TemporaryFolder {
public:
    explicit TemporaryFolder(const fs::path& in)
    {
        std::string name = (in / "ochain-bench-XXXXXX").string();
        if (mkdtemp(name.data()) != nullptr)
            m_path = name;
    }
    ~TemporaryFolder()
    {
        std::error_code ignored;
        if (!m_path.empty())
            fs::remove_all(m_path, ignored);
    }
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;

    [[nodiscard]] const fs::path& path() const noexcept { return m_path; }

private:
    fs::path m_path;
};

void printJson(const std::vector<Result>& results, const Setup& setup)
{
    nlohmann::ordered_json json;
    json["seed"] = setup.seed;
    json["edits"] = setup.edits;
    for (const Result& result : results)
        json["measured"][result.name] = result.value;
    for (const Result& result : results)
        if (result.target)
            json["targets"][result.name] = *result.target;
    fmt::print("{}\n", json.dump(2));
}

int run(Setup& setup, const std::string& folder, const std::string& peakOf, const std::string& write, bool asJson)
{
    if (!write.empty()) {
        writeSyntheticChain(setup, write);
        return 0;
    }
    if (!peakOf.empty()) {
        fmt::print("{}\n", peakOfLoadRollupEdit(peakOf, setup.edits, setup.seed));
        return 0;
    }
    const TemporaryFolder temporary(folder);
    if (temporary.path().empty()) {
        fmt::print(stderr, "ochain-bench: no folder can be made in {}\n", folder);
        return 2;
    }
    setup.folder = temporary.path();
    setup.program = fs::read_symlink("/proc/self/exe");
    const std::vector<Result> results = measure(setup);
    if (asJson)
        printJson(results, setup);
    else
        printTable(results);
    return 0;
}

} // namespace

int main(int argc, char** argv)
{
    Setup setup;
    setup.deals = 10'000;
    setup.seed = 20240607;
    setup.edits = 2'000;
    std::string folder = fs::temp_directory_path().string();
    std::string peakOf, write;
    bool asJson = false;
    CLI::App app(
        "Measures the chain and the store of O-chain on a synthetic chain, against bare SQLite and a bare loop in the same run.");
    app.add_option("--deals", setup.deals, "Deals of the chain")
        ->check(CLI::Range(1'000U, 10'000'000U))
        ->capture_default_str();
    app.add_option("--edits", setup.edits, "Edits measured")
        ->check(CLI::Range(10U, 10'000'000U))
        ->capture_default_str();
    app.add_option("--seed", setup.seed, "Seed of chain and edits")->capture_default_str();
    app.add_option("--folder", folder, "Where the files are made; a folder on a disk for commits that mean something")
        ->check(CLI::ExistingDirectory)
        ->capture_default_str();
    app.add_flag("--json", asJson, "Print JSON");
    app.add_option("--peak-of", peakOf, "Only load, roll up and edit this file and print the peak memory in bytes")
        ->check(CLI::ExistingFile);
    app.add_option("--write", write, "Only write the synthetic chain into this file, to look at it in the window")
        ->check(CLI::NonexistentPath);
    CLI11_PARSE(app, argc, argv);

    try {
        return run(setup, folder, peakOf, write, asJson);
    } catch (const std::exception& error) {
        fmt::print(stderr, "ochain-bench: {}\n", error.what());
        return 2;
    }
}
