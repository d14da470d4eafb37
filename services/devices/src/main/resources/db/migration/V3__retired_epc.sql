-- EPCs that a device has given up. They stay its own: an old tag that turns up must never point at another item.
CREATE TABLE retired_epc (
    epc        text COLLATE "C" PRIMARY KEY,
    device_id  uuid        NOT NULL,
    retired_at timestamptz NOT NULL DEFAULT now()
);

-- Asset references for EPCs that the ledger proposes; clear of the low numbers that people give out by hand.
CREATE SEQUENCE epc_reference START 10000001;
