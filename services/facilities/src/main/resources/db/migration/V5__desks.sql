-- Desks where tags are enrolled: a reader and its antennas. No portals: nothing passes there.
CREATE TABLE desk (
    code           text      PRIMARY KEY,
    room_code      text      NOT NULL REFERENCES room (code),
    reader_host    text      NOT NULL,
    reader_port    integer   NOT NULL CHECK (reader_port BETWEEN 1 AND 65535),
    reader_tls     boolean   NOT NULL,
    reader_tls_pin text      NOT NULL CHECK (reader_tls_pin ~ '^([0-9A-F]{64})?$'),
    transmit_power_dbm double precision,
    antennas       integer[] NOT NULL CHECK (cardinality(antennas) > 0),
    weakest_dbm    double precision,
    version        bigint    NOT NULL,
    CONSTRAINT desk_reader UNIQUE (reader_host, reader_port)
);
