CREATE OR REPLACE PROCEDURE {{ procedure.name }}(
    P_RUN_ID VARCHAR DEFAULT NULL,
    P_SCHEDULED_AT TIMESTAMP_NTZ DEFAULT NULL
)
COPY GRANTS
RETURNS VARCHAR
LANGUAGE SQL
{{~ if procedure.comment ~}}
COMMENT = {{ procedure.comment | literal }}
{{~ end ~}}
EXECUTE AS OWNER
AS
$$
DECLARE
    -- The same on a retry of the task graph, so that a run can be told again.
    run_id        VARCHAR          DEFAULT COALESCE(P_RUN_ID, UUID_STRING());
    scheduled_at  TIMESTAMP_NTZ(6) DEFAULT COALESCE(P_SCHEDULED_AT, SYSDATE());
    started_at    TIMESTAMP_NTZ(6) DEFAULT SYSDATE();
    error_message VARCHAR;
    error_detail  VARCHAR          DEFAULT '';

    {{~ for counter in procedure.counters ~}}
    {{ counter }} NUMBER(19,0) DEFAULT 0;
    {{~ end ~}}
    {{~ for time in procedure.times ~}}
    {{~ if for.first ~}}

    -- From where to where each stream is read, in UTC.
    {{~ end ~}}
    {{ time }} TIMESTAMP_NTZ(6);
    {{~ end ~}}
    {{~ for failure in procedure.failures ~}}
    {{~ if for.first ~}}

    {{~ end ~}}
    {{ failure.name }} EXCEPTION ({{ failure.code }}, {{ failure.message | literal }});
    {{~ end ~}}
BEGIN
    {{~ for load in procedure.loads ~}}
    {{~ if !for.first ~}}

    -- The next load of the table, in a transaction of its own.
    {{~ for counter in procedure.counters ~}}
    {{ counter }} := 0;
    {{~ end ~}}
    {{~ for time in procedure.times ~}}
    {{ time }} := NULL;
    {{~ end ~}}

    {{~ end ~}}
    {{~ for statement in load.prepare ~}}
    {{~ if for.first ~}}
    -- Batches are made before the transaction: a CREATE inside would commit it, and with it move the streams.
    {{~ end ~}}
    {{ statement }}

    {{~ end ~}}
    {{~ for offset in load.offsets ~}}
    {{~ if for.first ~}}
    -- Where each stream stands, for the ledger alone: where Snowflake doesn't tell, the load goes on without it.
    {{~ end ~}}
    BEGIN
        SELECT TO_TIMESTAMP_NTZ(NULLIF(SYSTEM$STREAM_GET_TABLE_TIMESTAMP({{ offset.stream | literal }})::NUMBER(38,0), 0), 9)
        INTO :{{ offset.variable }};
    EXCEPTION
        WHEN OTHER THEN
            {{ offset.variable }} := NULL;
    END;

    {{~ end ~}}
    BEGIN TRANSACTION;
    {{~ if load.reads_streams ~}}

    -- What is committed from here on is for the next run.
    read_until := SYSDATE();
    {{~ end ~}}

    {{~ for statement in load.transaction ~}}
    {{ statement }}

    {{~ end ~}}
    COMMIT;
    {{~ end ~}}

    {{ procedure.summary }};
EXCEPTION
    WHEN OTHER THEN
        error_message := SQLERRM || error_detail;

        -- The offsets of the streams stay: the next run reads the same rows again.
        ROLLBACK;

        BEGIN TRANSACTION;

        {{~ for statement in procedure.on_failure ~}}
        {{ statement }}

        {{~ end ~}}
        COMMIT;

        -- Without it the task would count as succeeded, and its successors would run.
        RAISE;
END;
$$;
