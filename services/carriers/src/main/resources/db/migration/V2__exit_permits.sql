-- Exit permits. Who sees one is held in columns, so that row-level security needs no look into other tables: the highest level
-- of its items, and their department when all are of one. A permit over several departments (null) is for those who see all.
CREATE TABLE exit_permit (
    id              uuid        PRIMARY KEY,
    permit_no       text        NOT NULL UNIQUE,
    state           text        NOT NULL
        CHECK (state IN ('PENDING', 'ACTIVE', 'REJECTED', 'REVOKED', 'EXPIRED', 'CLOSED')),
    holder_no       text        NOT NULL,
    portal_codes    text[]      NOT NULL,
    valid_from      timestamptz NOT NULL,
    valid_until     timestamptz NOT NULL,
    return_by       timestamptz NOT NULL,
    destination     text        NOT NULL,
    purpose         text        NOT NULL,
    packaging       text        NOT NULL,
    requested_by    text        NOT NULL,
    requested_at    timestamptz NOT NULL,
    department_code text,
    level_rank      integer     NOT NULL CHECK (level_rank BETWEEN 1 AND 5),
    version         bigint      NOT NULL,
    CHECK (valid_from < valid_until)
);
CREATE INDEX exit_permit_newest ON exit_permit (requested_at DESC, id DESC);
CREATE INDEX exit_permit_live ON exit_permit (valid_until) WHERE state IN ('PENDING', 'ACTIVE');

-- Items of a permit, each with its own department and level. Window and liveness are repeated here: whether an item has a permit
-- already is asked by people who may see the item but not every permit.
CREATE TABLE exit_permit_item (
    permit_id       uuid        NOT NULL REFERENCES exit_permit (id),
    ordinal         integer     NOT NULL,
    item_id         uuid        NOT NULL,
    department_code text        NOT NULL,
    level_rank      integer     NOT NULL CHECK (level_rank BETWEEN 1 AND 5),
    live            boolean     NOT NULL,
    valid_from      timestamptz NOT NULL,
    valid_until     timestamptz NOT NULL,
    left_at         timestamptz,
    returned_at     timestamptz,
    PRIMARY KEY (permit_id, ordinal),
    UNIQUE (permit_id, item_id)
);
CREATE INDEX exit_permit_item_item ON exit_permit_item (item_id);

CREATE TABLE exit_permit_decision (
    permit_id  uuid        NOT NULL REFERENCES exit_permit (id),
    ordinal    integer     NOT NULL,
    decided_by text        NOT NULL,
    post       text        NOT NULL CHECK (post IN ('SECRECY_OFFICER', 'LEADER')),
    verdict    text        NOT NULL CHECK (verdict IN ('APPROVE', 'REJECT')),
    comment    text        NOT NULL,
    decided_at timestamptz NOT NULL,
    PRIMARY KEY (permit_id, ordinal),
    -- Two different people in two different posts, whatever the code above may think (C17).
    UNIQUE (permit_id, decided_by),
    UNIQUE (permit_id, post)
);

-- The last number given in a year.
CREATE TABLE exit_permit_number (
    year integer PRIMARY KEY,
    last integer NOT NULL
);

ALTER TABLE exit_permit ENABLE ROW LEVEL SECURITY;
ALTER TABLE exit_permit FORCE ROW LEVEL SECURITY;
CREATE POLICY exit_permit_scope ON exit_permit USING (tallygate_in_scope(department_code, level_rank));

ALTER TABLE exit_permit_item ENABLE ROW LEVEL SECURITY;
ALTER TABLE exit_permit_item FORCE ROW LEVEL SECURITY;
CREATE POLICY exit_permit_item_scope ON exit_permit_item USING (tallygate_in_scope(department_code, level_rank));

-- A decision is seen with its permit.
ALTER TABLE exit_permit_decision ENABLE ROW LEVEL SECURITY;
ALTER TABLE exit_permit_decision FORCE ROW LEVEL SECURITY;
CREATE POLICY exit_permit_decision_scope ON exit_permit_decision
    USING (EXISTS (SELECT 1 FROM exit_permit permit WHERE permit.id = permit_id));
