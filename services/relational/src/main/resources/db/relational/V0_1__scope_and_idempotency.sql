-- Row-level security, the second layer behind the query's own filter. A transaction that binds no scope sees nothing.
-- Settings: tallygate.every_department ('on'), tallygate.department, tallygate.clearance (a level rank).
-- A CASE, not an OR: the planner takes a comparison of two settings for one that holds once in two hundred, multiplies by it, and
-- would rather sort all rows of a department than walk the index that has them in order.
CREATE FUNCTION tallygate_in_scope(department text, level_rank integer) RETURNS boolean
    LANGUAGE sql STABLE PARALLEL SAFE
AS $$
    SELECT level_rank <= coalesce(nullif(current_setting('tallygate.clearance', true), ''), '0')::integer
       AND CASE WHEN coalesce(current_setting('tallygate.every_department', true), '') = 'on' THEN true
                ELSE department = current_setting('tallygate.department', true) END
$$;

-- The first answer to each Idempotency-Key, so that a repeated request is answered the same and done once.
CREATE TABLE idempotency_key (
    caller       text        NOT NULL,
    operation    text        NOT NULL,
    key          text        NOT NULL,
    request_hash text        NOT NULL,
    status       integer,
    location     text,
    entity_tag   text,
    body         text,
    created_at   timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (caller, operation, key)
);
