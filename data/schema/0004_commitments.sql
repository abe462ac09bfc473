-- SPDX-FileCopyrightText: O-chain contributors
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- Version 4: who is bound to an amount, where a megawatt is counted, guarantees; what the file itself is set to, saved views and notes that were
-- looked at. Columns that come to a table stand behind its others: a row that has none of them has the digest it had. The tables that change
-- otherwise are made anew, with foreign keys off.

CREATE TABLE boundaries (
    id INTEGER PRIMARY KEY CHECK (id BETWEEN 1 AND 9007199254740991),
    key TEXT NOT NULL UNIQUE CHECK (key NOT GLOB '*[^a-z0-9_-]*' AND key GLOB '[a-z0-9]*' AND length(key) <= 200),
    to_it_bp INTEGER NOT NULL CHECK (to_it_bp BETWEEN 0 AND 10000),
    name_en TEXT CHECK (name_en <> ''),
    name_zh TEXT CHECK (name_zh <> ''),
    note_en TEXT CHECK (note_en <> '')
) STRICT;

-- The columns come as NULL, which no CHECK forbids: SQLite would look through all rows with all CHECKs for each of them.
PRAGMA ignore_check_constraints = ON;
ALTER TABLE deals ADD COLUMN commitment TEXT CHECK (commitment IN ('firm', 'conditional', 'option', 'ceiling'));
ALTER TABLE deals ADD COLUMN boundary INTEGER REFERENCES boundaries DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE tranches ADD COLUMN commitment TEXT CHECK (commitment IN ('firm', 'conditional', 'option', 'ceiling'));
ALTER TABLE tranches ADD COLUMN boundary INTEGER REFERENCES boundaries DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE sources ADD COLUMN kind TEXT
    CHECK (kind IN ('filing', 'release', 'regulator', 'press', 'analysis', 'aggregator', 'social', 'article'));
PRAGMA ignore_check_constraints = OFF;

CREATE TABLE new_deal_kinds (
    id INTEGER PRIMARY KEY CHECK (id BETWEEN 1 AND 9007199254740991),
    key TEXT NOT NULL UNIQUE CHECK (key NOT GLOB '*[^a-z0-9_-]*' AND key GLOB '[a-z0-9]*' AND length(key) <= 200),
    class TEXT NOT NULL CHECK (class IN ('trade', 'capital', 'control', 'contingent')),
    profile TEXT NOT NULL CHECK (profile IN ('deploy', 'term', 'none')),
    money INTEGER NOT NULL CHECK (money BETWEEN 0 AND 1),
    name_en TEXT CHECK (name_en <> ''),
    name_zh TEXT CHECK (name_zh <> '')
) STRICT;
INSERT INTO new_deal_kinds SELECT id, key, class, profile, money, name_en, name_zh FROM deal_kinds;
DROP TABLE deal_kinds;
ALTER TABLE new_deal_kinds RENAME TO deal_kinds;

CREATE TABLE new_citations (
    id INTEGER PRIMARY KEY CHECK (id BETWEEN 1 AND 9007199254740991),
    "table" TEXT NOT NULL
        CHECK ("table" IN ('tiers', 'nodes', 'deal_kinds', 'statuses', 'deals', 'tranches', 'metrics', 'events', 'sources')),
    row_id INTEGER NOT NULL,
    source INTEGER NOT NULL REFERENCES sources DEFERRABLE INITIALLY DEFERRED,
    fields TEXT CHECK (fields <> ''),
    locator TEXT CHECK (locator <> ''),
    said_by TEXT CHECK (said_by IN ('supplier', 'customer', 'both', 'third')),
    of_tier INTEGER GENERATED ALWAYS AS (CASE "table" WHEN 'tiers' THEN row_id END)
        VIRTUAL REFERENCES tiers DEFERRABLE INITIALLY DEFERRED,
    of_node INTEGER GENERATED ALWAYS AS (CASE "table" WHEN 'nodes' THEN row_id END)
        VIRTUAL REFERENCES nodes DEFERRABLE INITIALLY DEFERRED,
    of_deal_kind INTEGER GENERATED ALWAYS AS (CASE "table" WHEN 'deal_kinds' THEN row_id END)
        VIRTUAL REFERENCES deal_kinds DEFERRABLE INITIALLY DEFERRED,
    of_status INTEGER GENERATED ALWAYS AS (CASE "table" WHEN 'statuses' THEN row_id END)
        VIRTUAL REFERENCES statuses DEFERRABLE INITIALLY DEFERRED,
    of_deal INTEGER GENERATED ALWAYS AS (CASE "table" WHEN 'deals' THEN row_id END)
        VIRTUAL REFERENCES deals DEFERRABLE INITIALLY DEFERRED,
    of_tranche INTEGER GENERATED ALWAYS AS (CASE "table" WHEN 'tranches' THEN row_id END)
        VIRTUAL REFERENCES tranches DEFERRABLE INITIALLY DEFERRED,
    of_metric INTEGER GENERATED ALWAYS AS (CASE "table" WHEN 'metrics' THEN row_id END)
        VIRTUAL REFERENCES metrics DEFERRABLE INITIALLY DEFERRED,
    of_event INTEGER GENERATED ALWAYS AS (CASE "table" WHEN 'events' THEN row_id END)
        VIRTUAL REFERENCES events DEFERRABLE INITIALLY DEFERRED,
    of_source INTEGER GENERATED ALWAYS AS (CASE "table" WHEN 'sources' THEN row_id END)
        VIRTUAL REFERENCES sources DEFERRABLE INITIALLY DEFERRED,
    UNIQUE ("table", row_id, source)
) STRICT;
INSERT INTO new_citations (id, "table", row_id, source, fields) SELECT id, "table", row_id, source, fields FROM citations;
DROP TABLE citations;
ALTER TABLE new_citations RENAME TO citations;
CREATE INDEX citations_source ON citations (source);

-- The program itself knows its tables: it reads no change of another.
CREATE TABLE new_changes (
    seq INTEGER NOT NULL REFERENCES edits,
    n INTEGER NOT NULL,
    part INTEGER NOT NULL,
    "table" TEXT NOT NULL,
    op TEXT NOT NULL CHECK (op IN ('insert', 'erase', 'update')),
    key TEXT NOT NULL,
    row_id INTEGER NOT NULL,
    field TEXT NOT NULL,
    old TEXT NOT NULL,
    new TEXT NOT NULL,
    PRIMARY KEY (seq, n, part)
) STRICT, WITHOUT ROWID;
INSERT INTO new_changes SELECT seq, n, part, "table", op, key, row_id, field, old, new FROM changes;
DROP TABLE changes;
ALTER TABLE new_changes RENAME TO changes;

CREATE TABLE new_digests (
    "table" TEXT NOT NULL PRIMARY KEY,
    rows INTEGER NOT NULL CHECK (rows >= 0),
    sum BLOB NOT NULL CHECK (length(sum) = 16)
) STRICT, WITHOUT ROWID;
INSERT INTO new_digests SELECT "table", rows, sum FROM digests;
DROP TABLE digests;
ALTER TABLE new_digests RENAME TO digests;

CREATE TABLE settings (
    id INTEGER PRIMARY KEY CHECK (id BETWEEN 1 AND 9007199254740991),
    key TEXT NOT NULL UNIQUE CHECK (key NOT GLOB '*[^a-z0-9_-]*' AND key GLOB '[a-z0-9]*' AND length(key) <= 200),
    value TEXT CHECK (value <> ''),
    note_en TEXT CHECK (note_en <> '')
) STRICT;

CREATE TABLE views (
    id INTEGER PRIMARY KEY CHECK (id BETWEEN 1 AND 9007199254740991),
    key TEXT NOT NULL UNIQUE CHECK (key NOT GLOB '*[^a-z0-9_-]*' AND key GLOB '[a-z0-9]*' AND length(key) <= 200),
    name_en TEXT CHECK (name_en <> ''),
    name_zh TEXT CHECK (name_zh <> ''),
    ordinal INTEGER NOT NULL CHECK (ordinal BETWEEN -2147483648 AND 2147483647),
    state TEXT CHECK (state <> '')
) STRICT;

CREATE TABLE dismissals (
    id INTEGER PRIMARY KEY CHECK (id BETWEEN 1 AND 9007199254740991),
    rule TEXT NOT NULL CHECK (rule NOT GLOB '*[^A-Za-z0-9_-]*' AND rule GLOB '[A-Za-z0-9_]*' AND length(rule) <= 200),
    "table" TEXT NOT NULL
        CHECK ("table" IN ('tiers', 'nodes', 'deal_kinds', 'statuses', 'deals', 'tranches', 'metrics', 'events', 'sources')),
    row_id INTEGER NOT NULL,
    note_en TEXT CHECK (note_en <> ''),
    of_tier INTEGER GENERATED ALWAYS AS (CASE "table" WHEN 'tiers' THEN row_id END)
        VIRTUAL REFERENCES tiers DEFERRABLE INITIALLY DEFERRED,
    of_node INTEGER GENERATED ALWAYS AS (CASE "table" WHEN 'nodes' THEN row_id END)
        VIRTUAL REFERENCES nodes DEFERRABLE INITIALLY DEFERRED,
    of_deal_kind INTEGER GENERATED ALWAYS AS (CASE "table" WHEN 'deal_kinds' THEN row_id END)
        VIRTUAL REFERENCES deal_kinds DEFERRABLE INITIALLY DEFERRED,
    of_status INTEGER GENERATED ALWAYS AS (CASE "table" WHEN 'statuses' THEN row_id END)
        VIRTUAL REFERENCES statuses DEFERRABLE INITIALLY DEFERRED,
    of_deal INTEGER GENERATED ALWAYS AS (CASE "table" WHEN 'deals' THEN row_id END)
        VIRTUAL REFERENCES deals DEFERRABLE INITIALLY DEFERRED,
    of_tranche INTEGER GENERATED ALWAYS AS (CASE "table" WHEN 'tranches' THEN row_id END)
        VIRTUAL REFERENCES tranches DEFERRABLE INITIALLY DEFERRED,
    of_metric INTEGER GENERATED ALWAYS AS (CASE "table" WHEN 'metrics' THEN row_id END)
        VIRTUAL REFERENCES metrics DEFERRABLE INITIALLY DEFERRED,
    of_event INTEGER GENERATED ALWAYS AS (CASE "table" WHEN 'events' THEN row_id END)
        VIRTUAL REFERENCES events DEFERRABLE INITIALLY DEFERRED,
    of_source INTEGER GENERATED ALWAYS AS (CASE "table" WHEN 'sources' THEN row_id END)
        VIRTUAL REFERENCES sources DEFERRABLE INITIALLY DEFERRED,
    UNIQUE (rule, "table", row_id)
) STRICT;
