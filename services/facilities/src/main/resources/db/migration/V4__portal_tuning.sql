ALTER TABLE portal
    ADD COLUMN certainty      double precision,
    ADD COLUMN lead_metres    double precision,
    ADD COLUMN fade_db        double precision,
    ADD COLUMN least_swing_db double precision,
    -- Of every antenna, in the order of inside_antennas and then outside_antennas; null where nothing is tuned.
    ADD COLUMN stray_dbm      double precision[] NOT NULL DEFAULT '{}',
    ADD COLUMN offset_db      double precision[] NOT NULL DEFAULT '{}';
