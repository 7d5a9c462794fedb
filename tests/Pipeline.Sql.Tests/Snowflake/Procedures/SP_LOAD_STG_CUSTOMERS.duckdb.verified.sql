-- The rows of this run, with what becomes of each; only this session sees it.
CREATE OR REPLACE TEMP TABLE temp.STG_CUSTOMERS_BATCH (
    CUSTOMER_ID       BIGINT,
    SEGMENT           VARCHAR,
    EMAIL             VARCHAR,
    UPDATED_AT        TIMESTAMP,
    BATCH_ROW_ID      VARCHAR,
    BATCH_RULE        VARCHAR,
    BATCH_DISPOSITION VARCHAR
);

BEGIN TRANSACTION;

-- Read the stream once: what it shows is the same for every statement of this transaction.
INSERT INTO temp.STG_CUSTOMERS_BATCH (
    CUSTOMER_ID,
    SEGMENT,
    EMAIL,
    UPDATED_AT,
    BATCH_ROW_ID,
    BATCH_RULE,
    BATCH_DISPOSITION
)
WITH
    -- The rows as the target wants them.
    READ_ROWS AS (
        SELECT
            CAST(TRY_CAST(TRIM(REPLACE(raw.CUSTOMER_ID, '_', '?')) AS DECIMAL(10,0)) AS BIGINT) AS CUSTOMER_ID,
            COALESCE(UPPER(raw.SEGMENT), 'STANDARD') AS SEGMENT,
            raw.EMAIL,
            TRY_CAST(raw.UPDATED_AT AS TIMESTAMP)    AS UPDATED_AT,
            raw.METADATA$ROW_ID                      AS BATCH_ROW_ID,
            raw.LOADED_AT                            AS BATCH_ORDER_1,
            raw.FILE_NAME                            AS BATCH_ORDER_2,
            raw.FILE_ROW                             AS BATCH_ORDER_3
        FROM LANDING.RAW_CUSTOMERS_STREAM AS raw
    ),
    -- The first rule that a row breaks, if any.
    CHECKED_ROWS AS (
        SELECT
            read.CUSTOMER_ID,
            read.SEGMENT,
            read.EMAIL,
            read.UPDATED_AT,
            read.BATCH_ROW_ID,
            read.BATCH_ORDER_1,
            read.BATCH_ORDER_2,
            read.BATCH_ORDER_3,
            CASE
                WHEN read.CUSTOMER_ID IS NULL THEN 'CUSTOMER_ID'
                WHEN read.UPDATED_AT IS NULL THEN 'UPDATED_AT'
                WHEN read.SEGMENT IS NULL THEN 'SegmentIsGiven'
            END AS BATCH_RULE
        FROM READ_ROWS AS read
    )
SELECT
    checked.CUSTOMER_ID,
    checked.SEGMENT,
    checked.EMAIL,
    checked.UPDATED_AT,
    checked.BATCH_ROW_ID,
    checked.BATCH_RULE,
    CASE
        WHEN checked.BATCH_RULE IS NOT NULL THEN 'REJECT'
        WHEN ROW_NUMBER() OVER (
            PARTITION BY checked.CUSTOMER_ID, checked.UPDATED_AT, checked.BATCH_RULE IS NULL
            ORDER BY
                checked.UPDATED_AT DESC NULLS LAST,
                checked.BATCH_ORDER_1 DESC NULLS LAST,
                checked.BATCH_ORDER_2 DESC NULLS LAST,
                checked.BATCH_ORDER_3 DESC NULLS LAST
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
            FROM LANDING.RAW_CUSTOMERS_STREAM AS changes
        ) AS shown
        CROSS JOIN (
            SELECT
                COUNT(*) FILTER (WHERE batch.BATCH_DISPOSITION = 'REJECT') AS ROWS_REJECTED,
                COUNT(*) FILTER (WHERE batch.BATCH_DISPOSITION = 'DUPLICATE') AS ROWS_DEDUPLICATED,
                COUNT(*) FILTER (WHERE batch.BATCH_DISPOSITION = 'LOAD')   AS ROWS_LOADED
            FROM temp.STG_CUSTOMERS_BATCH AS batch
        ) AS counted
    ) AS row_values
);
SET VARIABLE rows_read = STRUCT_EXTRACT(GETVARIABLE('row_values'), 'ROWS_READ');
SET VARIABLE rows_rejected = STRUCT_EXTRACT(GETVARIABLE('row_values'), 'ROWS_REJECTED');
SET VARIABLE rows_deduplicated = STRUCT_EXTRACT(GETVARIABLE('row_values'), 'ROWS_DEDUPLICATED');
SET VARIABLE rows_loaded = STRUCT_EXTRACT(GETVARIABLE('row_values'), 'ROWS_LOADED');

-- Every row read is loaded, rejected or a duplicate; nothing else may become of it.
SELECT CASE WHEN GETVARIABLE('rows_read')
    <> GETVARIABLE('rows_rejected') + GETVARIABLE('rows_deduplicated') + GETVARIABLE('rows_loaded') THEN ERROR('STAGING.STG_CUSTOMERS: rows read differ from rows loaded, rejected and deduplicated.' || ' rows_read = ' || GETVARIABLE('rows_read') || ', rows_loaded = ' || GETVARIABLE('rows_loaded') || ', rows_rejected = ' || GETVARIABLE('rows_rejected') || ', rows_deduplicated = ' || GETVARIABLE('rows_deduplicated')) END AS FAILURE;

-- Left out unless GETVARIABLE('rows_rejected') > 0.
-- Keep what was rejected, as it was read.
INSERT INTO STAGING.REJECTED_STG_CUSTOMERS (
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
        WHEN batch.BATCH_RULE = 'CUSTOMER_ID' THEN 'customer id isn''t a number'
        WHEN batch.BATCH_RULE = 'UPDATED_AT' THEN 'UPDATED_AT is missing or can''t be read'
        WHEN batch.BATCH_RULE = 'SegmentIsGiven' THEN 'the row breaks SegmentIsGiven'
        ELSE COALESCE(batch.BATCH_RULE, '')
    END AS REASON,
    source.FILE_NAME          AS SOURCE_FILE,
    source.FILE_ROW           AS SOURCE_ROW,
    JSON_OBJECT(
        'CUSTOMER_ID', source.CUSTOMER_ID,
        'SEGMENT', source.SEGMENT,
        'EMAIL', source.EMAIL,
        'UPDATED_AT', source.UPDATED_AT,
        'FILE_NAME', source.FILE_NAME,
        'FILE_ROW', source.FILE_ROW,
        'LOADED_AT', source.LOADED_AT
    ) AS RECORD
FROM temp.STG_CUSTOMERS_BATCH AS batch
LEFT JOIN LANDING.RAW_CUSTOMERS_STREAM AS source
    ON source.METADATA$ROW_ID = batch.BATCH_ROW_ID AND source.METADATA$ACTION = 'INSERT'
WHERE batch.BATCH_DISPOSITION = 'REJECT';

-- How many rows break SegmentIsGiven.
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
    GETVARIABLE('run_id')                                       AS RUN_ID,
    'SegmentIsGiven'                                            AS CHECK_NAME,
    'STAGING'                                                   AS LAYER,
    'STAGING.STG_CUSTOMERS'                                     AS TARGET,
    CASE
        WHEN COUNT(*) FILTER (WHERE batch.BATCH_RULE = 'SegmentIsGiven') = 0 THEN 'PASS'
        ELSE 'WARN'
    END AS STATUS,
    COUNT(*) FILTER (WHERE batch.BATCH_RULE = 'SegmentIsGiven') AS ERROR_COUNT,
    COUNT(*)                                                    AS ROW_COUNT,
    GETVARIABLE('started_at')                                   AS RUN_TIME
FROM temp.STG_CUSTOMERS_BATCH AS batch;

-- Bring each key to its last state.
MERGE INTO STAGING.STG_CUSTOMERS AS target
USING (
    SELECT
        batch.CUSTOMER_ID,
        batch.SEGMENT,
        batch.EMAIL,
        batch.UPDATED_AT
    FROM temp.STG_CUSTOMERS_BATCH AS batch
    WHERE batch.BATCH_DISPOSITION = 'LOAD'
) AS source
    ON target.CUSTOMER_ID = source.CUSTOMER_ID AND target.UPDATED_AT = source.UPDATED_AT
-- Overwrite what changed; a row that is the same stays untouched, and an older state never replaces a newer one.
WHEN MATCHED AND (target.SEGMENT IS DISTINCT FROM source.SEGMENT OR target.EMAIL IS DISTINCT FROM source.EMAIL) THEN UPDATE SET
    SEGMENT = source.SEGMENT,
    EMAIL   = source.EMAIL
-- A key that is new.
WHEN NOT MATCHED THEN INSERT (
    CUSTOMER_ID,
    SEGMENT,
    EMAIL,
    UPDATED_AT
) VALUES (
    source.CUSTOMER_ID,
    source.SEGMENT,
    source.EMAIL,
    source.UPDATED_AT
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
    GETVARIABLE('run_id')           AS RUN_ID,
    'STAGING.SP_LOAD_STG_CUSTOMERS' AS PROCEDURE_NAME,
    'STAGING.STG_CUSTOMERS'         AS TARGET,
    GETVARIABLE('started_at')       AS STARTED_AT,
    'LANDING.RAW_CUSTOMERS_STREAM'  AS STREAM,
    GETVARIABLE('read_from_1')      AS READ_FROM,
    GETVARIABLE('read_until')       AS READ_UNTIL;

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
    'STAGING.SP_LOAD_STG_CUSTOMERS'       AS PROCEDURE_NAME,
    'STAGING.STG_CUSTOMERS'               AS TARGET,
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
