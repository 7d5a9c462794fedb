-- The rows of this run, with what becomes of each; only this session sees it.
CREATE OR REPLACE TEMP TABLE temp.VISITS_LOG_BATCH (
    CUSTOMER_ID       BIGINT,
    VISITED_AT        TIMESTAMP,
    BATCH_RULE        VARCHAR,
    BATCH_DISPOSITION VARCHAR
);

BEGIN TRANSACTION;

-- Read the stream once: what it shows is the same for every statement of this transaction.
INSERT INTO temp.VISITS_LOG_BATCH (
    CUSTOMER_ID,
    VISITED_AT,
    BATCH_RULE,
    BATCH_DISPOSITION
)
WITH
    -- The rows as the target wants them.
    READ_ROWS AS (
        SELECT
            customers.CUSTOMER_ID,
            customers.UPDATED_AT      AS VISITED_AT,
            customers.METADATA$ROW_ID AS BATCH_ROW_ID,
            customers.UPDATED_AT      AS BATCH_ORDER_1,
            customers.CUSTOMER_ID     AS BATCH_ORDER_2
        FROM STAGING.STG_CUSTOMERS_STREAM AS customers
        WHERE customers.METADATA$ACTION = 'INSERT'
    )
SELECT
    read.CUSTOMER_ID,
    read.VISITED_AT,
    CAST(NULL AS VARCHAR) AS BATCH_RULE,
    'LOAD'                AS BATCH_DISPOSITION
FROM READ_ROWS AS read;

-- Count the rows that the stream shows, and what became of them.
SET VARIABLE row_values = (
    SELECT row_values
    FROM (
        SELECT
            shown.ROWS_READ,
            counted.ROWS_DEDUPLICATED,
            counted.ROWS_LOADED
        FROM (
            SELECT COUNT(*) AS ROWS_READ
            FROM STAGING.STG_CUSTOMERS_STREAM AS changes
            WHERE changes.METADATA$ACTION = 'INSERT'
        ) AS shown
        CROSS JOIN (
            SELECT
                COUNT(*) FILTER (WHERE batch.BATCH_DISPOSITION = 'DUPLICATE') AS ROWS_DEDUPLICATED,
                COUNT(*) FILTER (WHERE batch.BATCH_DISPOSITION = 'LOAD') AS ROWS_LOADED
            FROM temp.VISITS_LOG_BATCH AS batch
        ) AS counted
    ) AS row_values
);
SET VARIABLE rows_read = STRUCT_EXTRACT(GETVARIABLE('row_values'), 'ROWS_READ');
SET VARIABLE rows_deduplicated = STRUCT_EXTRACT(GETVARIABLE('row_values'), 'ROWS_DEDUPLICATED');
SET VARIABLE rows_loaded = STRUCT_EXTRACT(GETVARIABLE('row_values'), 'ROWS_LOADED');

-- Every row read is loaded, rejected or a duplicate; nothing else may become of it.
SELECT CASE WHEN GETVARIABLE('rows_read')
    <> GETVARIABLE('rows_rejected') + GETVARIABLE('rows_deduplicated') + GETVARIABLE('rows_loaded') THEN ERROR('STAGING.VISITS_LOG: rows read differ from rows loaded, rejected and deduplicated.' || ' rows_read = ' || GETVARIABLE('rows_read') || ', rows_loaded = ' || GETVARIABLE('rows_loaded') || ', rows_rejected = ' || GETVARIABLE('rows_rejected') || ', rows_deduplicated = ' || GETVARIABLE('rows_deduplicated')) END AS FAILURE;

-- How many rows break VisitsAreRecent.
INSERT INTO PIPELINE.QUALITY_METRICS (
    RUN_ID,
    CHECK_NAME,
    LAYER,
    TARGET,
    STATUS,
    ERROR_COUNT,
    ROW_COUNT,
    RUN_TIME
)
SELECT
    GETVARIABLE('run_id')     AS RUN_ID,
    'VisitsAreRecent'         AS CHECK_NAME,
    'STAGING'                 AS LAYER,
    'STAGING.VISITS_LOG'      AS TARGET,
    CASE
        WHEN COUNT(*) FILTER (WHERE batch.BATCH_DISPOSITION = 'LOAD' AND batch.VISITED_AT <= TIMESTAMP '2020-01-01 00:00:00')
            = 0
            THEN 'PASS'
        ELSE 'FAIL'
    END AS STATUS,
    COUNT(*) FILTER (WHERE batch.BATCH_DISPOSITION = 'LOAD' AND batch.VISITED_AT <= TIMESTAMP '2020-01-01 00:00:00') AS ERROR_COUNT,
    COUNT(*)                  AS ROW_COUNT,
    GETVARIABLE('started_at') AS RUN_TIME
FROM temp.VISITS_LOG_BATCH AS batch;

-- Count what breaks VisitsAreRecent.
SET VARIABLE violations_of_visits_are_recent = (
    SELECT COUNT(*) AS ROW_COUNT
    FROM temp.VISITS_LOG_BATCH AS batch
    WHERE batch.BATCH_DISPOSITION = 'LOAD' AND batch.VISITED_AT <= TIMESTAMP '2020-01-01 00:00:00'
);

-- VisitsAreRecent stops the load.
SELECT CASE WHEN GETVARIABLE('violations_of_visits_are_recent') > 0 THEN ERROR('STAGING.VISITS_LOG: rows break the expectation VisitsAreRecent; see PIPELINE.QUALITY_METRICS.') END AS FAILURE;

-- Add the rows.
INSERT INTO STAGING.VISITS_LOG (
    CUSTOMER_ID,
    VISITED_AT
)
SELECT
    batch.CUSTOMER_ID,
    batch.VISITED_AT
FROM temp.VISITS_LOG_BATCH AS batch
WHERE batch.BATCH_DISPOSITION = 'LOAD';

-- Record from where to where each stream was read.
INSERT INTO PIPELINE.LOAD_OFFSETS (
    RUN_ID,
    PROCEDURE_NAME,
    TARGET,
    STARTED_AT,
    STREAM,
    READ_FROM,
    READ_UNTIL
)
SELECT
    GETVARIABLE('run_id')          AS RUN_ID,
    'STAGING.SP_LOAD_VISITS_LOG'   AS PROCEDURE_NAME,
    'STAGING.VISITS_LOG'           AS TARGET,
    GETVARIABLE('started_at')      AS STARTED_AT,
    'STAGING.STG_CUSTOMERS_STREAM' AS STREAM,
    GETVARIABLE('read_from_1')     AS READ_FROM,
    GETVARIABLE('read_until')      AS READ_UNTIL;

-- Record the run; it commits with what it loaded.
INSERT INTO PIPELINE.LOAD_RUNS (
    RUN_ID,
    PROCEDURE_NAME,
    TARGET,
    STARTED_AT,
    FINISHED_AT,
    STATUS,
    ROWS_READ,
    ROWS_FILTERED,
    ROWS_REJECTED,
    ROWS_DEDUPLICATED,
    ROWS_LOADED,
    ROWS_INSERTED,
    ROWS_UPDATED,
    ROWS_CLOSED,
    ROWS_DELETED,
    ROWS_INFERRED,
    ROWS_REKEYED,
    ERROR_MESSAGE
)
SELECT
    GETVARIABLE('run_id')                 AS RUN_ID,
    'STAGING.SP_LOAD_VISITS_LOG'          AS PROCEDURE_NAME,
    'STAGING.VISITS_LOG'                  AS TARGET,
    GETVARIABLE('started_at')             AS STARTED_AT,
    CAST(GETVARIABLE('now') AS TIMESTAMP) AS FINISHED_AT,
    'SUCCEEDED'                           AS STATUS,
    GETVARIABLE('rows_read')              AS ROWS_READ,
    GETVARIABLE('rows_filtered')          AS ROWS_FILTERED,
    GETVARIABLE('rows_rejected')          AS ROWS_REJECTED,
    GETVARIABLE('rows_deduplicated')      AS ROWS_DEDUPLICATED,
    GETVARIABLE('rows_loaded')            AS ROWS_LOADED,
    GETVARIABLE('rows_inserted')          AS ROWS_INSERTED,
    GETVARIABLE('rows_updated')           AS ROWS_UPDATED,
    GETVARIABLE('rows_closed')            AS ROWS_CLOSED,
    GETVARIABLE('rows_deleted')           AS ROWS_DELETED,
    GETVARIABLE('rows_inferred')          AS ROWS_INFERRED,
    GETVARIABLE('rows_rekeyed')           AS ROWS_REKEYED,
    CAST(NULL AS VARCHAR)                 AS ERROR_MESSAGE;

COMMIT;
