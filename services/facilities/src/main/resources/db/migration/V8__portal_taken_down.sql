ALTER TABLE portal
    ADD COLUMN active boolean NOT NULL DEFAULT true;

-- A portal that was taken down leaves its reader to others: most of them make way for one with another code at the same reader.
ALTER TABLE portal
    DROP CONSTRAINT portal_reader;
CREATE UNIQUE INDEX portal_reader ON portal (reader_host, reader_port) WHERE active;
