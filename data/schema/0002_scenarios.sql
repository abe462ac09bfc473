-- SPDX-FileCopyrightText: O-chain contributors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- Version 2: claims, scenarios and their overrides.

-- Figures that somebody gave for a field at a date, in the text form of the field. adopted 1: it is, or was, the row's value.
CREATE TABLE claims (
    id INTEGER PRIMARY KEY CHECK (id BETWEEN 1 AND 9007199254740991),
    "table" TEXT NOT NULL
        CHECK ("table" IN ('tiers', 'nodes', 'deal_kinds', 'statuses', 'deals', 'tranches', 'metrics', 'events', 'sources')),
    row_id INTEGER NOT NULL,
    field TEXT NOT NULL CHECK (field NOT GLOB '*[^A-Za-z0-9_-]*' AND field GLOB '[A-Za-z0-9_]*' AND length(field) <= 200),
    as_of INTEGER
        CHECK (as_of BETWEEN 19000000 AND 21991231 AND as_of / 100 % 100 <= 12 AND as_of % 100 <= 31 AND (as_of % 100 = 0 OR as_of / 100 % 100 > 0)),
    value TEXT CHECK (value <> ''),
    source INTEGER REFERENCES sources DEFERRABLE INITIALLY DEFERRED,
    adopted INTEGER NOT NULL CHECK (adopted BETWEEN 0 AND 1),
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
        VIRTUAL REFERENCES sources DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE UNIQUE INDEX claims_said ON claims ("table", row_id, field, ifnull(as_of, 0), ifnull(source, 0), ifnull(value, ''));

-- Named sets of changes over the base.
CREATE TABLE scenarios (
    id INTEGER PRIMARY KEY CHECK (id BETWEEN 1 AND 9007199254740991),
    key TEXT NOT NULL UNIQUE CHECK (key NOT GLOB '*[^a-z0-9_-]*' AND key GLOB '[a-z0-9]*' AND length(key) <= 200),
    name_en TEXT CHECK (name_en <> ''),
    name_zh TEXT CHECK (name_zh <> ''),
    note_en TEXT CHECK (note_en <> '')
) STRICT;

-- What a scenario changes, in the text form of the field.
CREATE TABLE overrides (
    id INTEGER PRIMARY KEY CHECK (id BETWEEN 1 AND 9007199254740991),
    scenario INTEGER NOT NULL REFERENCES scenarios DEFERRABLE INITIALLY DEFERRED,
    "table" TEXT NOT NULL
        CHECK ("table" IN ('tiers', 'nodes', 'deal_kinds', 'statuses', 'deals', 'tranches', 'metrics', 'events', 'sources')),
    row_id INTEGER NOT NULL,
    field TEXT NOT NULL CHECK (field NOT GLOB '*[^A-Za-z0-9_-]*' AND field GLOB '[A-Za-z0-9_]*' AND length(field) <= 200),
    value TEXT CHECK (value <> ''),
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
    UNIQUE (scenario, "table", row_id, field)
) STRICT;
