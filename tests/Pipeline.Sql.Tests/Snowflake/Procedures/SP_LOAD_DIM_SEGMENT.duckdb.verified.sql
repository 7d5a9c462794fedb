-- The rows of this run, with what becomes of each; only this session sees it.
CREATE OR REPLACE TEMP TABLE temp.DIM_SEGMENT_BATCH (
    SEGMENT           VARCHAR,
    SEEN_AT           TIMESTAMP,
    BATCH_ROW_ID      VARCHAR,
    BATCH_RULE        VARCHAR,
    BATCH_DISPOSITION VARCHAR
);

BEGIN TRANSACTION;

-- Read the stream once: what it shows is the same for every statement of this transaction.
INSERT INTO temp.DIM_SEGMENT_BATCH (
    SEGMENT,
    SEEN_AT,
    BATCH_ROW_ID,
    BATCH_RULE,
    BATCH_DISPOSITION
)
WITH
    -- The rows as the target wants them.
    READ_ROWS AS (
        SELECT
            customers.SEGMENT,
            customers.UPDATED_AT      AS SEEN_AT,
            customers.METADATA$ROW_ID AS BATCH_ROW_ID,
            customers.UPDATED_AT      AS BATCH_ORDER_1,
            customers.CUSTOMER_ID     AS BATCH_ORDER_2
        FROM STAGING.STG_CUSTOMERS_STREAM AS customers
        WHERE customers.METADATA$ACTION = 'INSERT'
    ),
    -- The first rule that a row breaks, if any.
    CHECKED_ROWS AS (
        SELECT
            read.SEGMENT,
            read.SEEN_AT,
            read.BATCH_ROW_ID,
            read.BATCH_ORDER_1,
            read.BATCH_ORDER_2,
            CASE WHEN read.SEGMENT IN ('UNKNOWN', 'NOT APPLICABLE', 'INVALID') THEN 'SEGMENT reserved' END AS BATCH_RULE
        FROM READ_ROWS AS read
    )
SELECT
    checked.SEGMENT,
    checked.SEEN_AT,
    checked.BATCH_ROW_ID,
    checked.BATCH_RULE,
    CASE
        WHEN checked.BATCH_RULE IS NOT NULL THEN 'REJECT'
        WHEN ROW_NUMBER() OVER (
            PARTITION BY checked.SEGMENT
            ORDER BY
                checked.SEEN_AT DESC NULLS LAST,
                checked.BATCH_ORDER_1 DESC NULLS LAST,
                checked.BATCH_ORDER_2 DESC NULLS LAST
        ) > 1
            THEN 'DUPLICATE'
        ELSE 'LOAD'
    END AS BATCH_DISPOSITION
FROM CHECKED_ROWS AS checked;

-- Count the rows that the stream shows, and what became of them.
SET VARIABLE row_values = (
    SELECT row_values
    FROM (
        SELECT
            shown.ROWS_READ,
            counted.ROWS_REJECTED,
            counted.ROWS_DEDUPLICATED,
            counted.ROWS_LOADED
        FROM (
            SELECT COUNT(*) AS ROWS_READ
            FROM STAGING.STG_CUSTOMERS_STREAM AS changes
            WHERE changes.METADATA$ACTION = 'INSERT'
        ) AS shown
        CROSS JOIN (
            SELECT
                COUNT(*) FILTER (WHERE batch.BATCH_DISPOSITION = 'REJECT') AS ROWS_REJECTED,
                COUNT(*) FILTER (WHERE batch.BATCH_DISPOSITION = 'DUPLICATE') AS ROWS_DEDUPLICATED,
                COUNT(*) FILTER (WHERE batch.BATCH_DISPOSITION = 'LOAD')   AS ROWS_LOADED
            FROM temp.DIM_SEGMENT_BATCH AS batch
        ) AS counted
    ) AS row_values
);
SET VARIABLE rows_read = STRUCT_EXTRACT(GETVARIABLE('row_values'), 'ROWS_READ');
SET VARIABLE rows_rejected = STRUCT_EXTRACT(GETVARIABLE('row_values'), 'ROWS_REJECTED');
SET VARIABLE rows_deduplicated = STRUCT_EXTRACT(GETVARIABLE('row_values'), 'ROWS_DEDUPLICATED');
SET VARIABLE rows_loaded = STRUCT_EXTRACT(GETVARIABLE('row_values'), 'ROWS_LOADED');

-- Every row read is loaded, rejected or a duplicate; nothing else may become of it.
SELECT CASE WHEN GETVARIABLE('rows_read')
    <> GETVARIABLE('rows_rejected') + GETVARIABLE('rows_deduplicated') + GETVARIABLE('rows_loaded') THEN ERROR('CURATED.DIM_SEGMENT: rows read differ from rows loaded, rejected and deduplicated.' || ' rows_read = ' || GETVARIABLE('rows_read') || ', rows_loaded = ' || GETVARIABLE('rows_loaded') || ', rows_rejected = ' || GETVARIABLE('rows_rejected') || ', rows_deduplicated = ' || GETVARIABLE('rows_deduplicated')) END AS FAILURE;

-- Left out unless GETVARIABLE('rows_rejected') > 0.
-- Keep what was rejected, as it was read.
INSERT INTO CURATED.REJECTED_DIM_SEGMENT (
    RUN_ID,
    REJECTED_AT,
    RULE,
    REASON,
    SOURCE_FILE,
    SOURCE_ROW,
    RECORD
)
SELECT
    GETVARIABLE('run_id')     AS RUN_ID,
    GETVARIABLE('started_at') AS REJECTED_AT,
    batch.BATCH_RULE          AS RULE,
    CASE
        WHEN batch.BATCH_RULE = 'SEGMENT reserved'
            THEN 'SEGMENT is the key of row -1, -2 or -3, which stands for no member'
        ELSE COALESCE(batch.BATCH_RULE, '')
    END AS REASON,
    CAST(NULL AS VARCHAR)     AS SOURCE_FILE,
    CAST(NULL AS BIGINT)      AS SOURCE_ROW,
    JSON_OBJECT(
        'CUSTOMER_ID', source.CUSTOMER_ID,
        'SEGMENT', source.SEGMENT,
        'EMAIL', source.EMAIL,
        'UPDATED_AT', source.UPDATED_AT
    ) AS RECORD
FROM temp.DIM_SEGMENT_BATCH AS batch
LEFT JOIN STAGING.STG_CUSTOMERS_STREAM AS source
    ON source.METADATA$ROW_ID = batch.BATCH_ROW_ID AND source.METADATA$ACTION = 'INSERT'
WHERE batch.BATCH_DISPOSITION = 'REJECT';

-- Overwrite what changed and add what is new; each key is once in the batch.
MERGE INTO CURATED.DIM_SEGMENT AS target
USING (
    SELECT
        batch.SEGMENT,
        batch.SEEN_AT
    FROM temp.DIM_SEGMENT_BATCH AS batch
    WHERE batch.BATCH_DISPOSITION = 'LOAD'
) AS source
    ON target.SEGMENT = source.SEGMENT
-- Overwrite what changed; a row that is the same stays untouched, and an older state never replaces a newer one.
WHEN MATCHED AND source.SEEN_AT >= target.SEEN_AT
    AND (target.SEEN_AT IS DISTINCT FROM source.SEEN_AT OR target.IS_DELETED) THEN UPDATE SET
    SEEN_AT    = source.SEEN_AT,
    IS_DELETED = FALSE
-- A key that is new.
WHEN NOT MATCHED THEN INSERT (
    SEGMENT,
    SEEN_AT,
    IS_DELETED
) VALUES (
    source.SEGMENT,
    source.SEEN_AT,
    FALSE
)
RETURNING merge_action;

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
    'CURATED.SP_LOAD_DIM_SEGMENT'  AS PROCEDURE_NAME,
    'CURATED.DIM_SEGMENT'          AS TARGET,
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
    'CURATED.SP_LOAD_DIM_SEGMENT'         AS PROCEDURE_NAME,
    'CURATED.DIM_SEGMENT'                 AS TARGET,
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
