// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/made_schema.h"
#include "store/migrations.h"

#include <cstdio>
#include <exception>
#include <string>

// Run by the build: writes the schema that the migrations make, for the program to carry.
int main(int argc, char** argv)
try {
    const std::string text = ochain::textOf(ochain::madeSchema(ochain::kSchemaVersion));
    std::FILE* const file = argc == 2 ? std::fopen(argv[1], "wb") : nullptr;
    const bool isWritten = file != nullptr && std::fwrite(text.data(), 1, text.size(), file) == text.size();
    return file != nullptr && std::fclose(file) == 0 && isWritten ? 0 : 1;
} catch (const std::exception& failed) {
    std::fprintf(stderr, "ochain-write-schema: %s\n", failed.what());
    return 1;
}
