CREATE OR REPLACE PROCEDURE {{ recorder.name }}(
    P_RUN_ID VARCHAR DEFAULT NULL,
    P_SCHEDULED_AT TIMESTAMP_NTZ DEFAULT NULL
)
COPY GRANTS
RETURNS VARCHAR
LANGUAGE SQL
COMMENT = 'Keeps what became of each task of a run, and what only SHOW and system functions tell.'
EXECUTE AS OWNER
AS
$$
DECLARE
    run_id      VARCHAR          DEFAULT P_RUN_ID;
    observed_at TIMESTAMP_NTZ(6) DEFAULT SYSDATE();
BEGIN
    -- SHOW can't stand in a query, so its result is kept before anything else is asked.
    SHOW STREAMS IN DATABASE;

    INSERT INTO {{ recorder.stream_states }} (
        OBSERVED_AT,
        STREAM_SCHEMA,
        STREAM_NAME,
        SOURCE_NAME,
        IS_STALE,
        STALE_AFTER
    )
    SELECT
        :observed_at,
        "schema_name",
        "name",
        "table_name",
        "stale"::VARCHAR = 'true',
        CONVERT_TIMEZONE('UTC', "stale_after")::TIMESTAMP_NTZ(6)
    FROM TABLE(RESULT_SCAN(LAST_QUERY_ID()));

    SHOW RESOURCE MONITORS;

    INSERT INTO {{ recorder.monitor_states }} (
        OBSERVED_AT,
        MONITOR_NAME,
        CREDIT_QUOTA,
        USED_CREDITS,
        REMAINING_CREDITS,
        NOTIFY_AT,
        SUSPEND_AT,
        SUSPEND_IMMEDIATELY_AT
    )
    SELECT
        :observed_at,
        "name",
        TRY_TO_NUMBER("credit_quota"::VARCHAR, 38, 2),
        TRY_TO_NUMBER("used_credits"::VARCHAR, 38, 2),
        TRY_TO_NUMBER("remaining_credits"::VARCHAR, 38, 2),
        "notify_at"::VARCHAR,
        "suspend_at"::VARCHAR,
        "suspend_immediately_at"::VARCHAR
    FROM TABLE(RESULT_SCAN(LAST_QUERY_ID()));
    {{~ for pipe in recorder.pipes ~}}

    INSERT INTO {{ recorder.pipe_states }} (
        OBSERVED_AT,
        PIPE_SCHEMA,
        PIPE_NAME,
        EXECUTION_STATE,
        PENDING_FILE_COUNT,
        LAST_INGESTED_AT,
        LAST_RECEIVED_AT,
        OLDEST_FILE_AT,
        ERROR
    )
    SELECT
        :observed_at,
        {{ pipe.schema | literal }},
        {{ pipe.bare_name | literal }},
        status.INFO:executionState::VARCHAR,
        status.INFO:pendingFileCount::NUMBER(19,0),
        CONVERT_TIMEZONE('UTC', status.INFO:lastIngestedTimestamp::TIMESTAMP_TZ)::TIMESTAMP_NTZ(6),
        CONVERT_TIMEZONE('UTC', status.INFO:lastReceivedMessageTimestamp::TIMESTAMP_TZ)::TIMESTAMP_NTZ(6),
        CONVERT_TIMEZONE('UTC', status.INFO:oldestFileTimestamp::TIMESTAMP_TZ)::TIMESTAMP_NTZ(6),
        status.INFO:error::VARCHAR
    FROM (
        SELECT PARSE_JSON(SYSTEM$PIPE_STATUS({{ pipe.name | literal }})) AS INFO
    ) AS status;
    {{~ end ~}}
    {{~ for table in recorder.tables ~}}

    INSERT INTO {{ recorder.clustering_states }} (
        OBSERVED_AT,
        TABLE_SCHEMA,
        TABLE_NAME,
        AVERAGE_DEPTH,
        AVERAGE_OVERLAPS,
        TOTAL_PARTITION_COUNT
    )
    SELECT
        :observed_at,
        {{ table.schema | literal }},
        {{ table.bare_name | literal }},
        status.INFO:average_depth::FLOAT,
        status.INFO:average_overlaps::FLOAT,
        status.INFO:total_partition_count::NUMBER(19,0)
    FROM (
        SELECT PARSE_JSON(SYSTEM$CLUSTERING_INFORMATION({{ table.name | literal }})) AS INFO
    ) AS status;
    {{~ end ~}}

    -- Called by hand, it is of no run.
    IF (run_id IS NULL) THEN
        RETURN 'No run.';
    END IF;

    BEGIN TRANSACTION;

    -- Told again, it is told once.
    DELETE FROM {{ recorder.task_runs }}
    WHERE RUN_ID = :run_id;

    INSERT INTO {{ recorder.task_runs }} (
        RUN_ID,
        ROOT_TASK,
        TASK_NAME,
        STATE,
        SCHEDULED_TIME,
        STARTED_AT,
        COMPLETED_AT,
        ATTEMPT_NUMBER,
        ERROR_MESSAGE,
        OBSERVED_AT
    )
    SELECT
        :run_id,
        SYSTEM$TASK_RUNTIME_INFO('CURRENT_ROOT_TASK_NAME'),
        history.SCHEMA_NAME || '.' || history.NAME,
        history.STATE,
        CONVERT_TIMEZONE('UTC', history.SCHEDULED_TIME)::TIMESTAMP_NTZ(6),
        CONVERT_TIMEZONE('UTC', history.QUERY_START_TIME)::TIMESTAMP_NTZ(6),
        CONVERT_TIMEZONE('UTC', history.COMPLETED_TIME)::TIMESTAMP_NTZ(6),
        history.ATTEMPT_NUMBER,
        history.ERROR_MESSAGE,
        :observed_at
    FROM TABLE(INFORMATION_SCHEMA.TASK_HISTORY(
        SCHEDULED_TIME_RANGE_START => DATEADD('DAY', -6, CURRENT_TIMESTAMP()),
        RESULT_LIMIT => 10000
    )) AS history
    WHERE history.GRAPH_RUN_GROUP_ID::VARCHAR = :run_id
        AND history.STATE NOT IN ('SCHEDULED', 'EXECUTING');

    COMMIT;

    RETURN run_id;
EXCEPTION
    WHEN OTHER THEN
        ROLLBACK;
        RAISE;
END;
$$;
