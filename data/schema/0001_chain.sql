-- SPDX-FileCopyrightText: O-chain contributors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- Version 1: the chain and its journal. Ids are the rows' numbers in the order of entry; money is in US cents, capacity in
-- kilowatts, shares in basis points. A date is yyyymmdd, with 00 for a month or day that was not said. What nobody gave is NULL.
-- Foreign keys are checked at the end of a transaction, so that the rows of one edit may come in any order.

-- Stages of the chain, a tree. layer 1: capacity is counted at this stage.
CREATE TABLE tiers (
    id INTEGER PRIMARY KEY CHECK (id BETWEEN 1 AND 9007199254740991),
    key TEXT NOT NULL UNIQUE CHECK (key NOT GLOB '*[^a-z0-9_-]*' AND key GLOB '[a-z0-9]*' AND length(key) <= 200),
    parent INTEGER REFERENCES tiers DEFERRABLE INITIALLY DEFERRED,
    ordinal INTEGER NOT NULL CHECK (ordinal BETWEEN -2147483648 AND 2147483647),
    layer INTEGER NOT NULL CHECK (layer BETWEEN 0 AND 1),
    name_en TEXT CHECK (name_en <> ''),
    name_zh TEXT CHECK (name_zh <> ''),
    CHECK (parent <> id)
) STRICT;

-- Parties, places and products. parent is containment.
CREATE TABLE nodes (
    id INTEGER PRIMARY KEY CHECK (id BETWEEN 1 AND 9007199254740991),
    key TEXT NOT NULL UNIQUE CHECK (key NOT GLOB '*[^a-z0-9_-]*' AND key GLOB '[a-z0-9]*' AND length(key) <= 200),
    tier INTEGER NOT NULL REFERENCES tiers DEFERRABLE INITIALLY DEFERRED,
    kind TEXT CHECK (kind NOT GLOB '*[^A-Za-z0-9_-]*' AND kind GLOB '[A-Za-z0-9_]*' AND length(kind) <= 200),
    parent INTEGER REFERENCES nodes DEFERRABLE INITIALLY DEFERRED,
    name_en TEXT CHECK (name_en <> ''),
    name_zh TEXT CHECK (name_zh <> ''),
    country TEXT CHECK (country <> ''),
    lat REAL CHECK (lat BETWEEN -90 AND 90),
    lon REAL CHECK (lon BETWEEN -180 AND 180),
    note_en TEXT CHECK (note_en <> ''),
    CHECK (parent <> id)
) STRICT;

CREATE INDEX nodes_parent ON nodes (parent) WHERE parent IS NOT NULL;

-- What deals carry. money 0: such a deal is not about money.
CREATE TABLE deal_kinds (
    id INTEGER PRIMARY KEY CHECK (id BETWEEN 1 AND 9007199254740991),
    key TEXT NOT NULL UNIQUE CHECK (key NOT GLOB '*[^a-z0-9_-]*' AND key GLOB '[a-z0-9]*' AND length(key) <= 200),
    class TEXT NOT NULL CHECK (class IN ('trade', 'capital', 'control')),
    profile TEXT NOT NULL CHECK (profile IN ('deploy', 'term', 'none')),
    money INTEGER NOT NULL CHECK (money BETWEEN 0 AND 1),
    name_en TEXT CHECK (name_en <> ''),
    name_zh TEXT CHECK (name_zh <> '')
) STRICT;

-- How far a status is believed.
CREATE TABLE statuses (
    id INTEGER PRIMARY KEY CHECK (id BETWEEN 1 AND 9007199254740991),
    key TEXT NOT NULL UNIQUE CHECK (key NOT GLOB '*[^a-z0-9_-]*' AND key GLOB '[a-z0-9]*' AND length(key) <= 200),
    weight_bp INTEGER NOT NULL CHECK (weight_bp BETWEEN 0 AND 10000),
    name_en TEXT CHECK (name_en <> ''),
    name_zh TEXT CHECK (name_zh <> '')
) STRICT;

-- Supplier to customer. profile overrides that of the kind.
CREATE TABLE deals (
    id INTEGER PRIMARY KEY CHECK (id BETWEEN 1 AND 9007199254740991),
    key TEXT NOT NULL UNIQUE CHECK (key NOT GLOB '*[^a-z0-9_-]*' AND key GLOB '[a-z0-9]*' AND length(key) <= 200),
    supplier INTEGER NOT NULL REFERENCES nodes DEFERRABLE INITIALLY DEFERRED,
    customer INTEGER NOT NULL REFERENCES nodes DEFERRABLE INITIALLY DEFERRED,
    kind INTEGER NOT NULL REFERENCES deal_kinds DEFERRABLE INITIALLY DEFERRED,
    status INTEGER NOT NULL REFERENCES statuses DEFERRABLE INITIALLY DEFERRED,
    announced INTEGER
        CHECK (announced BETWEEN 19000000 AND 21991231 AND announced / 100 % 100 <= 12 AND announced % 100 <= 31 AND (announced % 100 = 0 OR announced / 100 % 100 > 0)),
    starts INTEGER
        CHECK (starts BETWEEN 19000000 AND 21991231 AND starts / 100 % 100 <= 12 AND starts % 100 <= 31 AND (starts % 100 = 0 OR starts / 100 % 100 > 0)),
    ends INTEGER
        CHECK (ends BETWEEN 19000000 AND 21991231 AND ends / 100 % 100 <= 12 AND ends % 100 <= 31 AND (ends % 100 = 0 OR ends / 100 % 100 > 0)),
    capacity_kw INTEGER CHECK (capacity_kw BETWEEN 0 AND 1000000000),
    value_cents INTEGER CHECK (value_cents BETWEEN 0 AND 100000000000000000),
    formula TEXT CHECK (formula <> ''),
    profile TEXT CHECK (profile IN ('deploy', 'term', 'none')),
    equity_bp INTEGER CHECK (equity_bp BETWEEN 0 AND 10000),
    part_of INTEGER REFERENCES deals DEFERRABLE INITIALLY DEFERRED,
    basis TEXT NOT NULL CHECK (basis IN ('reported', 'estimated', 'derived', 'assumed')),
    note_en TEXT CHECK (note_en <> ''),
    CHECK (supplier <> customer),
    CHECK (part_of <> id),
    CHECK (value_cents IS NULL OR formula IS NULL)
) STRICT;

CREATE INDEX deals_supplier ON deals (supplier);
CREATE INDEX deals_customer ON deals (customer);
CREATE INDEX deals_part_of ON deals (part_of) WHERE part_of IS NOT NULL;

-- Phases of a deal.
CREATE TABLE tranches (
    id INTEGER PRIMARY KEY CHECK (id BETWEEN 1 AND 9007199254740991),
    key TEXT NOT NULL UNIQUE CHECK (key NOT GLOB '*[^a-z0-9_-]*' AND key GLOB '[a-z0-9]*' AND length(key) <= 200),
    deal INTEGER NOT NULL REFERENCES deals DEFERRABLE INITIALLY DEFERRED,
    starts INTEGER
        CHECK (starts BETWEEN 19000000 AND 21991231 AND starts / 100 % 100 <= 12 AND starts % 100 <= 31 AND (starts % 100 = 0 OR starts / 100 % 100 > 0)),
    ends INTEGER
        CHECK (ends BETWEEN 19000000 AND 21991231 AND ends / 100 % 100 <= 12 AND ends % 100 <= 31 AND (ends % 100 = 0 OR ends / 100 % 100 > 0)),
    capacity_kw INTEGER CHECK (capacity_kw BETWEEN 0 AND 1000000000),
    value_cents INTEGER CHECK (value_cents BETWEEN 0 AND 100000000000000000),
    basis TEXT NOT NULL CHECK (basis IN ('reported', 'estimated', 'derived', 'assumed')),
    note_en TEXT CHECK (note_en <> '')
) STRICT;

CREATE INDEX tranches_deal ON tranches (deal);

-- Dated figures about a node; the rows of one series are one quantity over time.
CREATE TABLE metrics (
    id INTEGER PRIMARY KEY CHECK (id BETWEEN 1 AND 9007199254740991),
    key TEXT NOT NULL UNIQUE CHECK (key NOT GLOB '*[^a-z0-9_-]*' AND key GLOB '[a-z0-9]*' AND length(key) <= 200),
    series TEXT NOT NULL CHECK (series NOT GLOB '*[^A-Za-z0-9_-]*' AND series GLOB '[A-Za-z0-9_]*' AND length(series) <= 200),
    node INTEGER NOT NULL REFERENCES nodes DEFERRABLE INITIALLY DEFERRED,
    name_en TEXT CHECK (name_en <> ''),
    name_zh TEXT CHECK (name_zh <> ''),
    unit TEXT CHECK (unit <> ''),
    as_of INTEGER
        CHECK (as_of BETWEEN 19000000 AND 21991231 AND as_of / 100 % 100 <= 12 AND as_of % 100 <= 31 AND (as_of % 100 = 0 OR as_of / 100 % 100 > 0)),
    known INTEGER
        CHECK (known BETWEEN 19000000 AND 21991231 AND known / 100 % 100 <= 12 AND known % 100 <= 31 AND (known % 100 = 0 OR known / 100 % 100 > 0)),
    value REAL CHECK (value BETWEEN -1e60 AND 1e60),
    low REAL CHECK (low BETWEEN -1e60 AND 1e60),
    high REAL CHECK (high BETWEEN -1e60 AND 1e60),
    basis TEXT NOT NULL CHECK (basis IN ('reported', 'estimated', 'derived', 'assumed')),
    note_en TEXT CHECK (note_en <> '')
) STRICT;

CREATE INDEX metrics_node ON metrics (node);

-- Things that happened.
CREATE TABLE events (
    id INTEGER PRIMARY KEY CHECK (id BETWEEN 1 AND 9007199254740991),
    key TEXT NOT NULL UNIQUE CHECK (key NOT GLOB '*[^a-z0-9_-]*' AND key GLOB '[a-z0-9]*' AND length(key) <= 200),
    date INTEGER
        CHECK (date BETWEEN 19000000 AND 21991231 AND date / 100 % 100 <= 12 AND date % 100 <= 31 AND (date % 100 = 0 OR date / 100 % 100 > 0)),
    kind TEXT CHECK (kind NOT GLOB '*[^A-Za-z0-9_-]*' AND kind GLOB '[A-Za-z0-9_]*' AND length(kind) <= 200),
    title_en TEXT CHECK (title_en <> ''),
    title_zh TEXT CHECK (title_zh <> ''),
    note_en TEXT CHECK (note_en <> '')
) STRICT;

-- Whom an event concerns, in the order n.
CREATE TABLE event_nodes (
    event INTEGER NOT NULL REFERENCES events ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    n INTEGER NOT NULL CHECK (n >= 0),
    node INTEGER NOT NULL REFERENCES nodes DEFERRABLE INITIALLY DEFERRED,
    PRIMARY KEY (event, n)
) STRICT, WITHOUT ROWID;

CREATE INDEX event_nodes_node ON event_nodes (node);

-- Where figures come from.
CREATE TABLE sources (
    id INTEGER PRIMARY KEY CHECK (id BETWEEN 1 AND 9007199254740991),
    key TEXT NOT NULL UNIQUE CHECK (key NOT GLOB '*[^a-z0-9_-]*' AND key GLOB '[a-z0-9]*' AND length(key) <= 200),
    publisher TEXT CHECK (publisher <> ''),
    title TEXT CHECK (title <> ''),
    url TEXT CHECK (url <> ''),
    published INTEGER
        CHECK (published BETWEEN 19000000 AND 21991231 AND published / 100 % 100 <= 12 AND published % 100 <= 31 AND (published % 100 = 0 OR published / 100 % 100 > 0))
) STRICT;

-- Which source supports which fields of a row. The row is of the table that is named; of_… tie it to that table.
CREATE TABLE citations (
    id INTEGER PRIMARY KEY CHECK (id BETWEEN 1 AND 9007199254740991),
    "table" TEXT NOT NULL
        CHECK ("table" IN ('tiers', 'nodes', 'deal_kinds', 'statuses', 'deals', 'tranches', 'metrics', 'events', 'sources')),
    row_id INTEGER NOT NULL,
    source INTEGER NOT NULL REFERENCES sources DEFERRABLE INITIALLY DEFERRED,
    fields TEXT CHECK (fields <> ''),
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

CREATE INDEX citations_source ON citations (source);

-- The journal: every edit ever made. time in milliseconds since 1970 UTC; of: the edit that is undone or done again.
CREATE TABLE edits (
    seq INTEGER PRIMARY KEY CHECK (seq > 0),
    time INTEGER NOT NULL,
    author TEXT NOT NULL,
    why TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('change', 'undo', 'redo')),
    of INTEGER REFERENCES edits,
    CHECK ((kind = 'change') = (of IS NULL))
) STRICT;

-- What an edit changed: row n of it, field by field, values in the text form of the CSV files.
CREATE TABLE changes (
    seq INTEGER NOT NULL REFERENCES edits,
    n INTEGER NOT NULL,
    part INTEGER NOT NULL,
    "table" TEXT NOT NULL
        CHECK ("table" IN ('tiers', 'nodes', 'deal_kinds', 'statuses', 'deals', 'tranches', 'metrics', 'events', 'sources', 'citations', 'claims', 'scenarios', 'overrides')),
    op TEXT NOT NULL CHECK (op IN ('insert', 'erase', 'update')),
    key TEXT NOT NULL,
    row_id INTEGER NOT NULL,
    field TEXT NOT NULL,
    old TEXT NOT NULL,
    new TEXT NOT NULL,
    PRIMARY KEY (seq, n, part)
) STRICT, WITHOUT ROWID;
