CREATE OR REPLACE PROCEDURE {{ procedure.name }}(
    P_RUN_ID VARCHAR DEFAULT NULL,
    P_SCHEDULED_AT TIMESTAMP_NTZ DEFAULT NULL
)
COPY GRANTS
RETURNS VARCHAR
LANGUAGE SQL
COMMENT = {{ procedure.comment | literal }}
EXECUTE AS OWNER
AS
$$
DECLARE
    -- The same on a retry of the task graph, so that a run can be told again.
    run_id        VARCHAR          DEFAULT COALESCE(P_RUN_ID, UUID_STRING());
    scheduled_at  TIMESTAMP_NTZ(6) DEFAULT COALESCE(P_SCHEDULED_AT, SYSDATE());
    started_at    TIMESTAMP_NTZ(6) DEFAULT SYSDATE();
    error_message VARCHAR;

    {{~ for counter in procedure.counters ~}}
    {{ counter }} NUMBER(19,0) DEFAULT 0;
    {{~ end ~}}
    rows_refused      NUMBER(19,0) DEFAULT 0;
    rows_kept         NUMBER(19,0) DEFAULT 0;
    files_unread      NUMBER(19,0) DEFAULT 0;

    unexpected_rows_refused EXCEPTION (-20006, {{ procedure.lost_rows | literal }});
BEGIN
    -- Before the transaction: a CREATE inside would commit it.
    CREATE OR REPLACE TEMPORARY TABLE {{ procedure.files }} (
        FILE VARIANT
    );

    BEGIN TRANSACTION;
    {{~ for copy in procedure.copies ~}}

    -- Load the files that were not loaded yet; Snowflake knows them by name and content.{{ copy.place }}
    {{ copy.statement }};

    -- What became of each file. Where there was none, the result has no columns for it.
    INSERT OVERWRITE INTO {{ procedure.files }} (
        FILE
    )
    SELECT OBJECT_CONSTRUCT(*)
    FROM TABLE(RESULT_SCAN(LAST_QUERY_ID()));

    SELECT
        :rows_read + COALESCE(SUM(copied.FILE['rows_parsed']::NUMBER(19,0)), 0),
        :rows_loaded + COALESCE(SUM(copied.FILE['rows_loaded']::NUMBER(19,0)), 0),
        COALESCE(SUM(copied.FILE['rows_parsed']::NUMBER(19,0) - copied.FILE['rows_loaded']::NUMBER(19,0)), 0),
        COUNT_IF({{ procedure.is_unread }})
    INTO :rows_read, :rows_loaded, :rows_refused, :files_unread
    FROM {{ procedure.files }} AS copied;
    {{~ if copy.rejects ~}}

    IF (rows_refused > 0) THEN
        {{ copy.rejects }};
        rows_kept := SQLROWCOUNT;
        {{~ if copy.is_reconciled ~}}

        -- Every row of a file is in the table or among the rejected.
        IF (rows_kept <> rows_refused) THEN
            RAISE unexpected_rows_refused;
        END IF;
        {{~ end ~}}
    END IF;
    rows_rejected := rows_rejected + rows_refused;

    -- A file of which nothing could be read has no rows to count; what it told is kept.
    IF (files_unread > 0) THEN
        {{ copy.unread }};
    END IF;
    {{~ end ~}}
    {{~ end ~}}

    rows_inserted := rows_loaded;

    {{ procedure.record }};

    COMMIT;

    {{ procedure.summary }};
EXCEPTION
    WHEN OTHER THEN
        error_message := SQLERRM;

        -- Files stay unloaded: the next run takes them again.
        ROLLBACK;

        {{ procedure.record_failure }};

        -- Without it the task would count as succeeded, and its successors would run.
        RAISE;
END;
$$;
