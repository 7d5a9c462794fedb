-- The rows of this run, with what becomes of each; only this session sees it.
CREATE OR REPLACE TEMP TABLE temp.FACT_VISITS_BATCH (
    VISITED_AT                     TIMESTAMP,
    CUSTOMER_ID                    BIGINT,
    BATCH_ROW_ID                   VARCHAR,
    BATCH_CUSTOMER_KEY_CUSTOMER_ID BIGINT,
    BATCH_CUSTOMER_KEY_AS_OF       TIMESTAMP,
    BATCH_SEGMENT_KEY_SEGMENT      VARCHAR,
    BATCH_RULE                     VARCHAR,
    BATCH_DISPOSITION              VARCHAR
);

BEGIN TRANSACTION;

-- Read the stream once: what it shows is the same for every statement of this transaction.
INSERT INTO temp.FACT_VISITS_BATCH (
    VISITED_AT,
    CUSTOMER_ID,
    BATCH_ROW_ID,
    BATCH_CUSTOMER_KEY_CUSTOMER_ID,
    BATCH_CUSTOMER_KEY_AS_OF,
    BATCH_SEGMENT_KEY_SEGMENT,
    BATCH_RULE,
    BATCH_DISPOSITION
)
WITH
    -- The rows as the target wants them.
    READ_ROWS AS (
        SELECT
            customers.UPDATED_AT      AS VISITED_AT,
            customers.CUSTOMER_ID,
            customers.METADATA$ROW_ID AS BATCH_ROW_ID,
            customers.UPDATED_AT      AS BATCH_ORDER_1,
            customers.CUSTOMER_ID     AS BATCH_ORDER_2,
            customers.CUSTOMER_ID     AS BATCH_CUSTOMER_KEY_CUSTOMER_ID,
            customers.UPDATED_AT      AS BATCH_CUSTOMER_KEY_AS_OF,
            customers.SEGMENT         AS BATCH_SEGMENT_KEY_SEGMENT
        FROM STAGING.STG_CUSTOMERS_STREAM AS customers
        WHERE customers.METADATA$ACTION = 'INSERT'
    )
SELECT
    read.VISITED_AT,
    read.CUSTOMER_ID,
    read.BATCH_ROW_ID,
    read.BATCH_CUSTOMER_KEY_CUSTOMER_ID,
    read.BATCH_CUSTOMER_KEY_AS_OF,
    read.BATCH_SEGMENT_KEY_SEGMENT,
    CAST(NULL AS VARCHAR) AS BATCH_RULE,
    CASE
        WHEN ROW_NUMBER() OVER (
            PARTITION BY read.VISITED_AT, read.CUSTOMER_ID
            ORDER BY read.BATCH_ORDER_1 DESC NULLS LAST, read.BATCH_ORDER_2 DESC NULLS LAST
        ) > 1
            THEN 'DUPLICATE'
        ELSE 'LOAD'
    END AS BATCH_DISPOSITION
FROM READ_ROWS AS read;

-- Read again the rows whose CUSTOMER_KEY may be another now: joins STAGING.STG_CUSTOMERS with the members that changed; where none did, there are none.
INSERT INTO temp.FACT_VISITS_BATCH (
    VISITED_AT,
    CUSTOMER_ID,
    BATCH_CUSTOMER_KEY_CUSTOMER_ID,
    BATCH_CUSTOMER_KEY_AS_OF,
    BATCH_SEGMENT_KEY_SEGMENT,
    BATCH_DISPOSITION
)
WITH
    -- The time of each version, before and after.
    CUSTOMER_KEY_VERSIONS AS (
        SELECT
            changes.CUSTOMER_ID,
            COUNT(*)                     AS IMAGES,
            MIN(changes.START_DATE)      AS FIRST_FROM,
            MAX(changes.START_DATE)      AS LAST_FROM,
            MIN(COALESCE(changes.END_DATE, TIMESTAMP '9999-12-31 00:00:00')) AS FIRST_TO,
            MAX(COALESCE(changes.END_DATE, TIMESTAMP '9999-12-31 00:00:00')) AS LAST_TO,
            MIN(changes.METADATA$ACTION) AS FIRST_ACTION
        FROM CURATED.DIM_CUSTOMER_FOR_FACT_VISITS_STREAM AS changes
        GROUP BY changes.CUSTOMER_ID, changes.CUSTOMER_KEY
    ),
    -- Of each member, the time in which another version is valid now; the rest of it is as it was.
    CUSTOMER_KEY_MEMBERS AS (
        SELECT
            versions.CUSTOMER_ID,
            MIN(CASE
                WHEN versions.IMAGES = 1 AND versions.FIRST_ACTION = 'DELETE' THEN TIMESTAMP '1900-01-01 00:00:00'
                WHEN versions.IMAGES = 2 AND versions.FIRST_FROM = versions.LAST_FROM THEN versions.FIRST_TO
                ELSE versions.FIRST_FROM
            END) AS CHANGED_FROM,
            MAX(CASE
                WHEN versions.IMAGES = 1
                    AND (versions.FIRST_ACTION = 'DELETE' OR versions.FIRST_FROM = TIMESTAMP '1900-01-01 00:00:00')
                    THEN TIMESTAMP '9999-12-31 00:00:00'
                WHEN versions.IMAGES = 2 AND versions.FIRST_TO = versions.LAST_TO THEN versions.LAST_FROM
                ELSE versions.LAST_TO
            END) AS CHANGED_TO
        FROM CUSTOMER_KEY_VERSIONS AS versions
        WHERE versions.IMAGES = 1
            OR versions.FIRST_FROM < versions.LAST_FROM
            OR versions.FIRST_TO < versions.LAST_TO
        GROUP BY versions.CUSTOMER_ID
    ),
    -- The rows of the driver's table, read as the batch was.
    HISTORY_READ_ROWS AS (
        SELECT
            customers.UPDATED_AT  AS VISITED_AT,
            customers.CUSTOMER_ID,
            customers.CUSTOMER_ID AS BATCH_CUSTOMER_KEY_CUSTOMER_ID,
            customers.UPDATED_AT  AS BATCH_CUSTOMER_KEY_AS_OF,
            customers.SEGMENT     AS BATCH_SEGMENT_KEY_SEGMENT
        FROM STAGING.STG_CUSTOMERS AS customers
    )
SELECT
    read.VISITED_AT,
    read.CUSTOMER_ID,
    read.BATCH_CUSTOMER_KEY_CUSTOMER_ID,
    read.BATCH_CUSTOMER_KEY_AS_OF,
    read.BATCH_SEGMENT_KEY_SEGMENT,
    'REKEY' AS BATCH_DISPOSITION
FROM HISTORY_READ_ROWS AS read
JOIN CUSTOMER_KEY_MEMBERS AS member
    ON member.CUSTOMER_ID = read.BATCH_CUSTOMER_KEY_CUSTOMER_ID
        AND read.BATCH_CUSTOMER_KEY_AS_OF >= member.CHANGED_FROM
        AND read.BATCH_CUSTOMER_KEY_AS_OF < member.CHANGED_TO
WHERE NOT COALESCE((read.VISITED_AT, read.CUSTOMER_ID) IN (
    SELECT
        batch.VISITED_AT  AS KEY_1,
        batch.CUSTOMER_ID AS KEY_2
    FROM temp.FACT_VISITS_BATCH AS batch
), FALSE);

-- Read again the rows whose SEGMENT_KEY may be another now: joins STAGING.STG_CUSTOMERS with the members that changed; where none did, there are none.
INSERT INTO temp.FACT_VISITS_BATCH (
    VISITED_AT,
    CUSTOMER_ID,
    BATCH_CUSTOMER_KEY_CUSTOMER_ID,
    BATCH_CUSTOMER_KEY_AS_OF,
    BATCH_SEGMENT_KEY_SEGMENT,
    BATCH_DISPOSITION
)
WITH
    -- Members that came or went; one that stayed shows two images with one key.
    SEGMENT_KEY_MEMBERS AS (
        SELECT DISTINCT changes.SEGMENT
        FROM CURATED.DIM_SEGMENT_FOR_FACT_VISITS_STREAM AS changes
        GROUP BY changes.SEGMENT, changes.SEGMENT_KEY
        HAVING COUNT(*) = 1
    ),
    -- The rows of the driver's table, read as the batch was.
    HISTORY_READ_ROWS AS (
        SELECT
            customers.UPDATED_AT  AS VISITED_AT,
            customers.CUSTOMER_ID,
            customers.CUSTOMER_ID AS BATCH_CUSTOMER_KEY_CUSTOMER_ID,
            customers.UPDATED_AT  AS BATCH_CUSTOMER_KEY_AS_OF,
            customers.SEGMENT     AS BATCH_SEGMENT_KEY_SEGMENT
        FROM STAGING.STG_CUSTOMERS AS customers
    )
SELECT
    read.VISITED_AT,
    read.CUSTOMER_ID,
    read.BATCH_CUSTOMER_KEY_CUSTOMER_ID,
    read.BATCH_CUSTOMER_KEY_AS_OF,
    read.BATCH_SEGMENT_KEY_SEGMENT,
    'REKEY' AS BATCH_DISPOSITION
FROM HISTORY_READ_ROWS AS read
JOIN SEGMENT_KEY_MEMBERS AS member
    ON member.SEGMENT = read.BATCH_SEGMENT_KEY_SEGMENT
WHERE NOT COALESCE((read.VISITED_AT, read.CUSTOMER_ID) IN (
    SELECT
        batch.VISITED_AT  AS KEY_1,
        batch.CUSTOMER_ID AS KEY_2
    FROM temp.FACT_VISITS_BATCH AS batch
), FALSE);

-- Open a member in CURATED.DIM_CUSTOMER for each key that it doesn't know yet; the real member will take its place.
INSERT INTO CURATED.DIM_CUSTOMER (
    CUSTOMER_ID,
    SEGMENT,
    EMAIL,
    START_DATE,
    END_DATE,
    IS_CURRENT,
    IS_INFERRED,
    LAST_EVENT_AT
)
SELECT DISTINCT
    batch.BATCH_CUSTOMER_KEY_CUSTOMER_ID AS CUSTOMER_ID,
    'UNKNOWN'                            AS SEGMENT,
    CAST(NULL AS VARCHAR)                AS EMAIL,
    TIMESTAMP '1900-01-01 00:00:00'      AS START_DATE,
    CAST(NULL AS TIMESTAMP)              AS END_DATE,
    TRUE                                 AS IS_CURRENT,
    TRUE                                 AS IS_INFERRED,
    TIMESTAMP '1900-01-01 00:00:00'      AS LAST_EVENT_AT
FROM temp.FACT_VISITS_BATCH AS batch
WHERE (batch.BATCH_DISPOSITION = 'LOAD' OR batch.BATCH_DISPOSITION = 'REKEY')
    AND batch.BATCH_CUSTOMER_KEY_CUSTOMER_ID IS NOT NULL
    AND NOT COALESCE(batch.BATCH_CUSTOMER_KEY_CUSTOMER_ID IN (
        SELECT member.CUSTOMER_ID AS KEY_1
        FROM CURATED.DIM_CUSTOMER AS member
    ), FALSE);

-- Set aside what refers to no member of CURATED.DIM_SEGMENT.
UPDATE temp.FACT_VISITS_BATCH batch SET
    BATCH_DISPOSITION = CASE WHEN batch.BATCH_DISPOSITION = 'REKEY' THEN 'WAITING' ELSE 'REJECT' END,
    BATCH_RULE        = 'SEGMENT_KEY lookup'
WHERE (batch.BATCH_DISPOSITION = 'LOAD' OR batch.BATCH_DISPOSITION = 'REKEY')
    AND batch.BATCH_SEGMENT_KEY_SEGMENT IS NOT NULL
    AND NOT COALESCE(batch.BATCH_SEGMENT_KEY_SEGMENT IN (
        SELECT member.SEGMENT AS KEY_1
        FROM CURATED.DIM_SEGMENT AS member
    ), FALSE);

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
            FROM temp.FACT_VISITS_BATCH AS batch
        ) AS counted
    ) AS row_values
);
SET VARIABLE rows_read = STRUCT_EXTRACT(GETVARIABLE('row_values'), 'ROWS_READ');
SET VARIABLE rows_rejected = STRUCT_EXTRACT(GETVARIABLE('row_values'), 'ROWS_REJECTED');
SET VARIABLE rows_deduplicated = STRUCT_EXTRACT(GETVARIABLE('row_values'), 'ROWS_DEDUPLICATED');
SET VARIABLE rows_loaded = STRUCT_EXTRACT(GETVARIABLE('row_values'), 'ROWS_LOADED');

-- Every row read is loaded, rejected or a duplicate; nothing else may become of it.
SELECT CASE WHEN GETVARIABLE('rows_read')
    <> GETVARIABLE('rows_rejected') + GETVARIABLE('rows_deduplicated') + GETVARIABLE('rows_loaded') THEN ERROR('CURATED.FACT_VISITS: rows read differ from rows loaded, rejected and deduplicated.' || ' rows_read = ' || GETVARIABLE('rows_read') || ', rows_loaded = ' || GETVARIABLE('rows_loaded') || ', rows_rejected = ' || GETVARIABLE('rows_rejected') || ', rows_deduplicated = ' || GETVARIABLE('rows_deduplicated')) END AS FAILURE;

-- Left out unless GETVARIABLE('rows_rejected') > 0.
-- Keep what was rejected, as it was read.
INSERT INTO CURATED.REJECTED_FACT_VISITS (
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
        WHEN batch.BATCH_RULE = 'SEGMENT_KEY lookup' THEN 'CURATED.DIM_SEGMENT has no such member'
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
FROM temp.FACT_VISITS_BATCH AS batch
LEFT JOIN STAGING.STG_CUSTOMERS_STREAM AS source
    ON source.METADATA$ROW_ID = batch.BATCH_ROW_ID AND source.METADATA$ACTION = 'INSERT'
WHERE batch.BATCH_DISPOSITION = 'REJECT';

-- Insert new facts and correct known ones by their grain, with the keys of the members as of the fact's own time; -1 is the unknown member.
MERGE INTO CURATED.FACT_VISITS AS target
USING (
    SELECT
        batch.VISITED_AT,
        batch.CUSTOMER_ID,
        COALESCE(customer_key.CUSTOMER_KEY, -1) AS CUSTOMER_KEY,
        COALESCE(segment_key.SEGMENT_KEY, -1)   AS SEGMENT_KEY
    FROM temp.FACT_VISITS_BATCH AS batch
    LEFT JOIN CURATED.DIM_CUSTOMER AS customer_key
        ON customer_key.CUSTOMER_ID = batch.BATCH_CUSTOMER_KEY_CUSTOMER_ID
            AND batch.BATCH_CUSTOMER_KEY_AS_OF >= customer_key.START_DATE
            AND batch.BATCH_CUSTOMER_KEY_AS_OF < COALESCE(customer_key.END_DATE, TIMESTAMP '9999-12-31 00:00:00')
    LEFT JOIN CURATED.DIM_SEGMENT AS segment_key
        ON segment_key.SEGMENT = batch.BATCH_SEGMENT_KEY_SEGMENT
    WHERE batch.BATCH_DISPOSITION = 'LOAD'
) AS source
    ON target.VISITED_AT = source.VISITED_AT AND target.CUSTOMER_ID = source.CUSTOMER_ID
-- Correct what changed; a replay changes nothing.
WHEN MATCHED AND (target.CUSTOMER_KEY IS DISTINCT FROM source.CUSTOMER_KEY
    OR target.SEGMENT_KEY IS DISTINCT FROM source.SEGMENT_KEY) THEN UPDATE SET
    CUSTOMER_KEY = source.CUSTOMER_KEY,
    SEGMENT_KEY  = source.SEGMENT_KEY
-- A fact that is new.
WHEN NOT MATCHED THEN INSERT (
    VISITED_AT,
    CUSTOMER_ID,
    CUSTOMER_KEY,
    SEGMENT_KEY
) VALUES (
    source.VISITED_AT,
    source.CUSTOMER_ID,
    source.CUSTOMER_KEY,
    source.SEGMENT_KEY
)
RETURNING merge_action;

-- Left out unless GETVARIABLE('rows_reread') > 0.
-- Facts whose members changed get the keys of the versions that are valid at their time now; only these rows of CURATED.FACT_VISITS are rewritten.
MERGE INTO CURATED.FACT_VISITS AS target
USING (
    SELECT
        batch.VISITED_AT,
        batch.CUSTOMER_ID,
        COALESCE(customer_key.CUSTOMER_KEY, -1) AS CUSTOMER_KEY,
        COALESCE(segment_key.SEGMENT_KEY, -1)   AS SEGMENT_KEY
    FROM temp.FACT_VISITS_BATCH AS batch
    LEFT JOIN CURATED.DIM_CUSTOMER AS customer_key
        ON customer_key.CUSTOMER_ID = batch.BATCH_CUSTOMER_KEY_CUSTOMER_ID
            AND batch.BATCH_CUSTOMER_KEY_AS_OF >= customer_key.START_DATE
            AND batch.BATCH_CUSTOMER_KEY_AS_OF < COALESCE(customer_key.END_DATE, TIMESTAMP '9999-12-31 00:00:00')
    LEFT JOIN CURATED.DIM_SEGMENT AS segment_key
        ON segment_key.SEGMENT = batch.BATCH_SEGMENT_KEY_SEGMENT
    WHERE batch.BATCH_DISPOSITION = 'REKEY'
) AS source
    ON target.VISITED_AT = source.VISITED_AT AND target.CUSTOMER_ID = source.CUSTOMER_ID
-- Another version, or a member that was unknown.
WHEN MATCHED AND (target.CUSTOMER_KEY IS DISTINCT FROM source.CUSTOMER_KEY
    OR target.SEGMENT_KEY IS DISTINCT FROM source.SEGMENT_KEY) THEN UPDATE SET
    CUSTOMER_KEY = source.CUSTOMER_KEY,
    SEGMENT_KEY  = source.SEGMENT_KEY
-- A fact that was set aside while it had no member.
WHEN NOT MATCHED THEN INSERT (
    VISITED_AT,
    CUSTOMER_ID,
    CUSTOMER_KEY,
    SEGMENT_KEY
) VALUES (
    source.VISITED_AT,
    source.CUSTOMER_ID,
    source.CUSTOMER_KEY,
    source.SEGMENT_KEY
)
RETURNING merge_action;

-- Left out unless GETVARIABLE('rows_reread') > 0.
-- A fact whose member CURATED.DIM_SEGMENT doesn't have any more belongs to the unknown one.
UPDATE CURATED.FACT_VISITS target SET
    SEGMENT_KEY = -1
FROM temp.FACT_VISITS_BATCH AS batch
WHERE target.VISITED_AT = batch.VISITED_AT
    AND target.CUSTOMER_ID = batch.CUSTOMER_ID
    AND batch.BATCH_DISPOSITION = 'WAITING'
    AND NOT COALESCE(target.SEGMENT_KEY IN (
        SELECT member.SEGMENT_KEY AS KEY_1
        FROM CURATED.DIM_SEGMENT AS member
    ), FALSE);

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
    'CURATED.SP_LOAD_FACT_VISITS'  AS PROCEDURE_NAME,
    'CURATED.FACT_VISITS'          AS TARGET,
    GETVARIABLE('started_at')      AS STARTED_AT,
    'STAGING.STG_CUSTOMERS_STREAM' AS STREAM,
    GETVARIABLE('read_from_1')     AS READ_FROM,
    GETVARIABLE('read_until')      AS READ_UNTIL
UNION ALL
SELECT
    GETVARIABLE('run_id')                         AS RUN_ID,
    'CURATED.SP_LOAD_FACT_VISITS'                 AS PROCEDURE_NAME,
    'CURATED.FACT_VISITS'                         AS TARGET,
    GETVARIABLE('started_at')                     AS STARTED_AT,
    'CURATED.DIM_CUSTOMER_FOR_FACT_VISITS_STREAM' AS STREAM,
    GETVARIABLE('read_from_2')                    AS READ_FROM,
    GETVARIABLE('read_until')                     AS READ_UNTIL
UNION ALL
SELECT
    GETVARIABLE('run_id')                        AS RUN_ID,
    'CURATED.SP_LOAD_FACT_VISITS'                AS PROCEDURE_NAME,
    'CURATED.FACT_VISITS'                        AS TARGET,
    GETVARIABLE('started_at')                    AS STARTED_AT,
    'CURATED.DIM_SEGMENT_FOR_FACT_VISITS_STREAM' AS STREAM,
    GETVARIABLE('read_from_3')                   AS READ_FROM,
    GETVARIABLE('read_until')                    AS READ_UNTIL;

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
    'CURATED.SP_LOAD_FACT_VISITS'         AS PROCEDURE_NAME,
    'CURATED.FACT_VISITS'                 AS TARGET,
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
