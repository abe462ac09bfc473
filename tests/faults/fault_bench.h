// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "effort.h"
#include "store/store_testing.h"

#include <QMap>
#include <QProcessEnvironment>
#include <QStringList>
#include <QTemporaryDir>

#include <filesystem>
#include <memory>
#include <optional>
#include <vector>

namespace ochain::testing {

/// How the n-th call of a program that changes something is disturbed.
struct Fault {
    const char* name = "";
    int error = 0;      ///< what it fails with; 0: the program is killed
    bool keeps = false; ///< all later calls of its kind fail too
    const char* only = "";
};

/// One order to the real program.
struct Order {
    const char* name = "";
    QStringList arguments;   ///< with {} for the folder
    const char* file = "";   ///< the chain that it edits or makes; empty: none
    const char* folder = ""; ///< that it exports to; empty: none
};

struct Said {
    int status = -1; ///< -1: killed
    QString out, err;
    bool isStruck = false;
};

/// What a chain holds.
struct HeldChain {
    std::int64_t seq = 0;
    Chain chain;
};

/// A folder with chains, CSV files and exports, put back as it was before each try, and the real program at work in it
/// while the system fails it.
class FaultBench {
public:
    FaultBench();

    [[nodiscard]] static const std::vector<Order>& orders();
    /// Puts the folder back.
    void restore();
    [[nodiscard]] Said run(const Order& order, const Fault& fault, int at);
    [[nodiscard]] Said run(const QStringList& arguments,
                           const QProcessEnvironment& environment = environmentOf()) const;
    /// Why a promise does not hold now; empty if all hold.
    [[nodiscard]] QString whatIsLost(const Order& order, const Said& said);
    [[nodiscard]] std::filesystem::path file(const char* name) const { return m_root / "now" / name; }
    [[nodiscard]] std::filesystem::path root() const { return m_root; }
    [[nodiscard]] static QProcessEnvironment environmentOf();
    /// For the shim: what counts is what is done in a folder.
    [[nodiscard]] static QProcessEnvironment environmentOf(const std::filesystem::path& folder);

private:
    [[nodiscard]] QString whatIsLostOfFile(const Order& order, const Said& said) const;
    [[nodiscard]] QString whatIsLostOfFolder(const Order& order, const Said& said) const;
    [[nodiscard]] QString whatIsLeft(const Order& order) const;
    void makeFiles();
    [[nodiscard]] static QString folderName();

    QTemporaryDir m_folder{folderName()};
    std::filesystem::path m_root;
    QMap<QString, QByteArray> m_exported; ///< what an export of chain.ochain writes
};

/// All files in a folder, by their path in it, with what is in them; folders end in "/".
[[nodiscard]] QMap<QString, QByteArray> filesIn(const std::filesystem::path& folder);
/// What a chain file holds, if it opens without any problem; else why not.
[[nodiscard]] Result<HeldChain> heldIn(const std::filesystem::path& file);
/// Whether `after` is `before` with the whole edits that the journal has since.
[[nodiscard]] bool isWhole(const std::filesystem::path& file, const HeldChain& before, const HeldChain& after);
/// A file of version 1, as the first programs made them, with the rows of smallChain().
void makeOldFile(const std::filesystem::path& file);
/// Says how a promise was kept.
void report(const char* promise, int tries, int losses);

} // namespace ochain::testing
