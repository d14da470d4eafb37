CREATE TABLE room (
    code text PRIMARY KEY,
    name text NOT NULL
);

CREATE TABLE cabinet (
    code           text    PRIMARY KEY,
    room_code      text    NOT NULL REFERENCES room (code),
    name           text    NOT NULL,
    max_level_rank integer NOT NULL CHECK (max_level_rank BETWEEN 1 AND 5),
    active         boolean NOT NULL,
    version        bigint  NOT NULL
);

CREATE TABLE portal (
    code                    text      PRIMARY KEY,
    room_code               text      NOT NULL REFERENCES room (code),
    reader_host             text      NOT NULL,
    reader_port             integer   NOT NULL CHECK (reader_port BETWEEN 1 AND 65535),
    reader_tls              boolean   NOT NULL,
    inside_antennas         integer[] NOT NULL CHECK (cardinality(inside_antennas) > 0),
    outside_antennas        integer[] NOT NULL CHECK (cardinality(outside_antennas) > 0),
    gpo_alarm               integer   NOT NULL,
    alarm_seconds           integer   NOT NULL,
    fail_mode               text      NOT NULL CHECK (fail_mode IN ('SECURE', 'OPEN')),
    max_replica_age_seconds integer   NOT NULL,
    version                 bigint    NOT NULL,
    CONSTRAINT portal_reader UNIQUE (reader_host, reader_port)
);

-- Projection of ledger.custody.v1: may be emptied and filled again from the topic. One row for every item, with a cabinet or
-- without, because the version must be known to tell an old record from a new one.
CREATE TABLE cabinet_item (
    item_id         text        PRIMARY KEY,
    cabinet_code    text,
    ledger_no       text        NOT NULL,
    kind            text        NOT NULL,
    level_rank      integer     NOT NULL,
    department_code text        NOT NULL,
    state           text        NOT NULL,
    since           timestamptz NOT NULL,
    version         bigint      NOT NULL
);
CREATE INDEX cabinet_item_contents ON cabinet_item (cabinet_code, ledger_no, item_id);
ALTER TABLE cabinet_item ENABLE ROW LEVEL SECURITY;
-- The service owns the table; without this it would be above the policy.
ALTER TABLE cabinet_item FORCE ROW LEVEL SECURITY;
CREATE POLICY cabinet_item_in_scope ON cabinet_item
    USING (tallygate_in_scope(department_code, level_rank))
    WITH CHECK (tallygate_in_scope(department_code, level_rank));
