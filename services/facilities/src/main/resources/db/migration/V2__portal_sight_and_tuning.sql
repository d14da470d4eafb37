ALTER TABLE portal
    ADD COLUMN reader_tls_pin_sha256 text CHECK (reader_tls_pin_sha256 ~ '^[0-9A-F]{64}$'),
    ADD COLUMN reference_epc         text,
    ADD COLUMN min_reads_per_minute  integer            NOT NULL DEFAULT 0 CHECK (min_reads_per_minute >= 0),
    ADD COLUMN certainty             double precision,
    ADD COLUMN lead_metres           double precision,
    ADD COLUMN fade_db               double precision,
    ADD COLUMN least_swing_db        double precision,
    -- Of every antenna, in the order of inside_antennas and then outside_antennas; null where nothing is tuned.
    ADD COLUMN stray_dbm             double precision[] NOT NULL DEFAULT '{}',
    ADD COLUMN offset_db             double precision[] NOT NULL DEFAULT '{}',
    ADD CONSTRAINT portal_pin_needs_tls CHECK (reader_tls OR reader_tls_pin_sha256 IS NULL);
