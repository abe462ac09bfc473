-- SPDX-FileCopyrightText: O-chain contributors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- Version 3: digests, by which a file shows whether what stands in it is what was last written.

-- What each table held when the file was made or brought to this version: how many rows, and the sum mod 2^128 of the
-- 128-bit hashes of its rows (models/store/README.md). Each edit has those of the tables that it changed.
CREATE TABLE digests (
    "table" TEXT NOT NULL PRIMARY KEY
        CHECK ("table" IN ('tiers', 'nodes', 'deal_kinds', 'statuses', 'deals', 'tranches', 'metrics', 'events', 'sources', 'citations', 'claims', 'scenarios', 'overrides', 'event_nodes')),
    rows INTEGER NOT NULL CHECK (rows >= 0),
    sum BLOB NOT NULL CHECK (length(sum) = 16)
) STRICT, WITHOUT ROWID;

-- The tables whose content an edit accepts although another program wrote it; such an edit is no change of its own.
ALTER TABLE edits ADD COLUMN accepts TEXT CHECK (accepts <> '');

-- For each table that the edit changed its number in the list above (1 byte), its rows then (8) and their sum (16).
ALTER TABLE edits ADD COLUMN tables BLOB CHECK (length(tables) % 25 = 0);

-- 16 bytes over the digest of the edit before, this row and its changes.
ALTER TABLE edits ADD COLUMN digest BLOB CHECK (length(digest) = 16);
