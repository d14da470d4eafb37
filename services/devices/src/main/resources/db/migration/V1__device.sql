-- The four ledgers (D1). Text that sorts is COLLATE "C": the order is the same on every machine, comparisons are cheap, and
-- they are leakproof, so that row-level security does not keep the planner from its indexes.
CREATE TABLE device (
    id              uuid PRIMARY KEY,
    ledger_no       text COLLATE "C" NOT NULL,
    kind            text COLLATE "C" NOT NULL,
    level_rank      integer          NOT NULL CHECK (level_rank BETWEEN 1 AND 5),
    name            text COLLATE "C" NOT NULL,
    manufacturer    text COLLATE "C" NOT NULL,
    model           text COLLATE "C" NOT NULL,
    serial_no       text COLLATE "C" NOT NULL,
    -- Manufacturer and serial number folded to one case; what "the same device" means.
    serial_key      text COLLATE "C" NOT NULL,
    disk_serial_no  text COLLATE "C",
    usb_unique_id   text COLLATE "C",
    usb_key         text COLLATE "C",
    department_code text COLLATE "C" NOT NULL,
    keeper_no       text COLLATE "C" NOT NULL,
    cabinet_code    text COLLATE "C",
    epc             text COLLATE "C",
    tid             text COLLATE "C",
    state           text COLLATE "C" NOT NULL,
    version         bigint           NOT NULL,
    registered_at   timestamptz      NOT NULL,
    -- The import that brought it; null when registered by hand.
    import_id       uuid,
    CHECK (tid IS NULL OR epc IS NOT NULL)
);

-- The names end in the key that is taken; DeviceStore reads it off a violation.
CREATE UNIQUE INDEX device_unique_serial ON device (serial_key);
CREATE UNIQUE INDEX device_unique_ledger_no ON device (ledger_no);
CREATE UNIQUE INDEX device_unique_epc ON device (epc) WHERE epc IS NOT NULL;
CREATE UNIQUE INDEX device_unique_tid ON device (tid) WHERE tid IS NOT NULL;
CREATE UNIQUE INDEX device_unique_usb_id ON device (usb_key) WHERE usb_key IS NOT NULL;

-- One index for each order of the list, for those who see every department …
CREATE INDEX device_by_name ON device (name, id);
CREATE INDEX device_by_level ON device (level_rank, id);
CREATE INDEX device_by_kind ON device (kind, id);
CREATE INDEX device_by_keeper ON device (keeper_no, id);
CREATE INDEX device_by_registered_at ON device (registered_at, id);
-- … and for those who see one.
CREATE INDEX device_of_department_by_ledger_no ON device (department_code, ledger_no, id);
CREATE INDEX device_of_department_by_name ON device (department_code, name, id);
CREATE INDEX device_of_department_by_level ON device (department_code, level_rank, id);
CREATE INDEX device_of_department_by_kind ON device (department_code, kind, id);
CREATE INDEX device_of_department_by_keeper ON device (department_code, keeper_no, id);
CREATE INDEX device_of_department_by_registered_at ON device (department_code, registered_at, id);

ALTER TABLE device ENABLE ROW LEVEL SECURITY;
ALTER TABLE device FORCE ROW LEVEL SECURITY;
CREATE POLICY device_in_scope ON device
    USING (tallygate_in_scope(department_code, level_rank))
    WITH CHECK (tallygate_in_scope(department_code, level_rank));

-- What the search narrows by. ILIKE is not leakproof: under row-level security PostgreSQL will not let it (nor pg_trgm's index
-- for it) see a row before the policy has, and the search reads the whole table (EXPLAIN: a parallel sequential scan, 70 ms of
-- CPU on 200 000 rows; by the grams under 10 ms, whether a text is rare or in every row). So the index stands on a table of its
-- own that holds no text, only hashes of grams, and finds candidates; the policy and ILIKE then judge them in `device`.
-- Unlike pg_trgm's, the grams also narrow a search by two Chinese characters (see SearchGrams). No foreign key: its check would
-- lock every row that an import has just written, and nothing is ever deleted.
CREATE TABLE device_search (
    device_id uuid PRIMARY KEY,
    grams     integer[] NOT NULL
);
CREATE INDEX device_search_grams ON device_search USING gin (grams);

-- The last number given in each ledger and year.
CREATE TABLE ledger_counter (
    ledger text    NOT NULL,
    year   integer NOT NULL,
    last   integer NOT NULL,
    PRIMARY KEY (ledger, year)
);
