CREATE TABLE department (
    code   text    PRIMARY KEY,
    name   text    NOT NULL,
    active boolean NOT NULL
);

CREATE TABLE person (
    person_no       text    PRIMARY KEY,
    -- Null where the person does not sign in.
    username        text    CONSTRAINT person_username UNIQUE,
    name            text    NOT NULL,
    department_code text    NOT NULL REFERENCES department (code),
    post            text    NOT NULL,
    clearance_rank  integer NOT NULL CHECK (clearance_rank BETWEEN 1 AND 5),
    active          boolean NOT NULL,
    version         bigint  NOT NULL
);
CREATE INDEX person_department ON person (department_code, person_no);
