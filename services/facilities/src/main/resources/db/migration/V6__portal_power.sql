ALTER TABLE portal
    ADD COLUMN transmit_power_dbm         double precision,
    -- Of every antenna, in the order of inside_antennas and then outside_antennas; null where it has no power of its own.
    ADD COLUMN antenna_transmit_power_dbm double precision[] NOT NULL DEFAULT '{}';
