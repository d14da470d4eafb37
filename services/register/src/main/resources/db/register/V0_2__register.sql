-- The append-only register: every change of state and what is told to others about it, written in the change's transaction.
CREATE TABLE register_entry (
    seq         bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    entry_id    uuid        NOT NULL,
    -- Dense from 1; given after commit by the sequencer, never changed after.
    position    bigint,
    recorded_at timestamptz NOT NULL,
    actor       text        NOT NULL,
    subject     text        NOT NULL,
    event_type  text        NOT NULL,
    event       bytea       NOT NULL
);
CREATE UNIQUE INDEX register_entry_position ON register_entry (position);
CREATE INDEX register_entry_unsequenced ON register_entry (seq) WHERE position IS NULL;
CREATE INDEX register_entry_subject ON register_entry (subject, seq);

-- Further records relayed to Kafka with the entry, in order: new states for compacted topics. A null value is a tombstone.
CREATE TABLE register_publication (
    entry_seq bigint  NOT NULL REFERENCES register_entry (seq),
    ordinal   integer NOT NULL,
    topic     text    NOT NULL,
    key       text    NOT NULL,
    value     bytea,
    PRIMARY KEY (entry_seq, ordinal)
);

CREATE TABLE register_relay (
    singleton        boolean PRIMARY KEY DEFAULT true CHECK (singleton),
    relayed_position bigint NOT NULL
);
INSERT INTO register_relay (relayed_position) VALUES (0);

CREATE FUNCTION register_refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'UPDATE' AND OLD.position IS NULL AND NEW.position IS NOT NULL
       AND (OLD.seq, OLD.entry_id, OLD.recorded_at, OLD.actor, OLD.subject, OLD.event_type, OLD.event)
         = (NEW.seq, NEW.entry_id, NEW.recorded_at, NEW.actor, NEW.subject, NEW.event_type, NEW.event) THEN
        RETURN NEW;
    END IF;
    RAISE EXCEPTION 'The register is append-only' USING ERRCODE = 'integrity_constraint_violation';
END
$$;
CREATE TRIGGER register_entry_append_only BEFORE UPDATE OR DELETE ON register_entry
    FOR EACH ROW EXECUTE FUNCTION register_refuse_change();
CREATE TRIGGER register_entry_no_truncate BEFORE TRUNCATE ON register_entry
    FOR EACH STATEMENT EXECUTE FUNCTION register_refuse_change();
