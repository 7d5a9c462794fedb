-- The rows of this run, with what becomes of each; only this session sees it.
CREATE OR REPLACE TEMP TABLE temp.SEGMENTS_BATCH (
    SEGMENT           VARCHAR,
    CUSTOMERS         BIGINT,
    BATCH_RULE        VARCHAR,
    BATCH_DISPOSITION VARCHAR
);

BEGIN TRANSACTION;

-- Read the sources once.
INSERT INTO temp.SEGMENTS_BATCH (
    SEGMENT,
    CUSTOMERS,
    BATCH_RULE,
    BATCH_DISPOSITION
)
WITH
    -- The rows as the target wants them.
    READ_ROWS AS (
        SELECT
            customers.SEGMENT,
            COUNT(*) AS CUSTOMERS
        FROM STAGING.STG_CUSTOMERS AS customers
        GROUP BY customers.SEGMENT
    )
SELECT
    read.SEGMENT,
    read.CUSTOMERS,
    CAST(NULL AS VARCHAR) AS BATCH_RULE,
    'LOAD'                AS BATCH_DISPOSITION
FROM READ_ROWS AS read;

-- Count the rows read, and what became of them.
SET VARIABLE row_values = (
    SELECT row_values
    FROM (
        SELECT
            COUNT(*)                                                 AS ROWS_READ,
            COUNT(*) FILTER (WHERE batch.BATCH_DISPOSITION = 'DUPLICATE') AS ROWS_DEDUPLICATED,
            COUNT(*) FILTER (WHERE batch.BATCH_DISPOSITION = 'LOAD') AS ROWS_LOADED
        FROM temp.SEGMENTS_BATCH AS batch
    ) AS row_values
);
SET VARIABLE rows_read = STRUCT_EXTRACT(GETVARIABLE('row_values'), 'ROWS_READ');
SET VARIABLE rows_deduplicated = STRUCT_EXTRACT(GETVARIABLE('row_values'), 'ROWS_DEDUPLICATED');
SET VARIABLE rows_loaded = STRUCT_EXTRACT(GETVARIABLE('row_values'), 'ROWS_LOADED');

-- Every row read is loaded, rejected or a duplicate; nothing else may become of it.
SELECT CASE WHEN GETVARIABLE('rows_read')
    <> GETVARIABLE('rows_rejected') + GETVARIABLE('rows_deduplicated') + GETVARIABLE('rows_loaded') THEN ERROR('STAGING.SEGMENTS: rows read differ from rows loaded, rejected and deduplicated.' || ' rows_read = ' || GETVARIABLE('rows_read') || ', rows_loaded = ' || GETVARIABLE('rows_loaded') || ', rows_rejected = ' || GETVARIABLE('rows_rejected') || ', rows_deduplicated = ' || GETVARIABLE('rows_deduplicated')) END AS FAILURE;

-- Put the new content in place of the old, in one step.
DELETE FROM STAGING.SEGMENTS;
INSERT INTO STAGING.SEGMENTS (
    SEGMENT,
    CUSTOMERS
)
SELECT
    batch.SEGMENT,
    batch.CUSTOMERS
FROM temp.SEGMENTS_BATCH AS batch
WHERE batch.BATCH_DISPOSITION = 'LOAD';

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
    'STAGING.SP_LOAD_SEGMENTS'            AS PROCEDURE_NAME,
    'STAGING.SEGMENTS'                    AS TARGET,
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
