-- Custody of every accountable item. The name is here for permits and lists; no topic carries it.
CREATE TABLE custody (
    item_id         uuid        PRIMARY KEY,
    ledger_no       text        NOT NULL,
    kind            text        NOT NULL,
    level_rank      integer     NOT NULL CHECK (level_rank BETWEEN 1 AND 5),
    name            text        NOT NULL,
    department_code text        NOT NULL,
    keeper_no       text        NOT NULL,
    cabinet_code    text,
    epc             text,
    tid             text,
    state           text        NOT NULL
        CHECK (state IN ('IN_PLACE', 'OUT_UNDER_PERMIT', 'MISSING', 'DISPOSED', 'DESTROYED')),
    -- The permit it is out under, and the portal it left through.
    permit_id       uuid,
    portal_code     text,
    since           timestamptz NOT NULL,
    version         bigint      NOT NULL,
    CHECK ((state = 'OUT_UNDER_PERMIT') = (permit_id IS NOT NULL)),
    CHECK ((state IN ('OUT_UNDER_PERMIT', 'MISSING')) = (portal_code IS NOT NULL))
);
CREATE UNIQUE INDEX custody_epc ON custody (epc);
CREATE INDEX custody_ledger_no ON custody (ledger_no, item_id);
CREATE INDEX custody_department ON custody (department_code, ledger_no, item_id);
CREATE INDEX custody_state ON custody (state, ledger_no, item_id) WHERE state <> 'IN_PLACE';

ALTER TABLE custody ENABLE ROW LEVEL SECURITY;
ALTER TABLE custody FORCE ROW LEVEL SECURITY;
CREATE POLICY custody_scope ON custody USING (tallygate_in_scope(department_code, level_rank));

-- Each crossing of a known item, so that it is applied once however often it is delivered.
CREATE TABLE custody_crossing (
    crossing_id uuid        PRIMARY KEY,
    item_id     uuid        NOT NULL,
    portal_code text        NOT NULL,
    way         text        NOT NULL CHECK (way IN ('OUT', 'IN')),
    reason      text        NOT NULL,
    crossed_at  timestamptz NOT NULL
);

-- The last position of each register that was applied, moved on in the transaction of the effect.
CREATE TABLE consumed_position (
    register text   PRIMARY KEY,
    position bigint NOT NULL
);
