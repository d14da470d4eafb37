-- How a portal notices that it sees nothing, and which certificate its reader shows. Empty and 0: not asked for.
ALTER TABLE portal
    ADD COLUMN reader_tls_pin       text    NOT NULL DEFAULT '' CHECK (reader_tls_pin ~ '^([0-9A-F]{64})?$'),
    ADD COLUMN reference_epc        text    NOT NULL DEFAULT '' CHECK (reference_epc ~ '^([0-9A-F]{4})*$'),
    ADD COLUMN min_reads_per_minute integer NOT NULL DEFAULT 0 CHECK (min_reads_per_minute BETWEEN 0 AND 60000);
