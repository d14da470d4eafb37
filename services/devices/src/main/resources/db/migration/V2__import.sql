-- Imports in progress and past. The file stays in chunks until its import has ended, so that whoever goes on after a crash has it.
CREATE TABLE device_import (
    id              uuid        PRIMARY KEY,
    actor           text        NOT NULL,
    clearance_rank  integer     NOT NULL,
    dry_run         boolean     NOT NULL,
    mapping         text        NOT NULL,
    state           text        NOT NULL,
    encoding        text,
    problem_code    text,
    problem_message text,
    problem_columns text[],
    accepted        bigint      NOT NULL DEFAULT 0,
    rejected        bigint      NOT NULL DEFAULT 0,
    -- The last row of the file that is dealt with; moves in the transaction of the rows' effects.
    last_row        bigint      NOT NULL DEFAULT 0,
    started_at      timestamptz NOT NULL,
    finished_at     timestamptz,
    -- Who works on it, and until when the others leave it alone.
    claimed_by      uuid,
    claimed_until   timestamptz,
    -- Claims since it last moved.
    attempts        integer     NOT NULL DEFAULT 0
);
CREATE INDEX device_import_running ON device_import (started_at) WHERE state = 'RUNNING';

CREATE TABLE device_import_chunk (
    import_id uuid    NOT NULL REFERENCES device_import (id),
    ordinal   integer NOT NULL,
    bytes     bytea   NOT NULL,
    PRIMARY KEY (import_id, ordinal)
);
ALTER TABLE device_import_chunk ALTER COLUMN bytes SET STORAGE EXTERNAL;

CREATE TABLE device_import_rejection (
    import_id  uuid    NOT NULL REFERENCES device_import (id),
    row_number bigint  NOT NULL,
    ordinal    integer NOT NULL,
    field      text    NOT NULL,
    code       text    NOT NULL,
    message    text    NOT NULL,
    value      text    NOT NULL,
    PRIMARY KEY (import_id, row_number, ordinal)
);
