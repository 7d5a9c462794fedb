-- The rows of this run, with what becomes of each; only this session sees it.
CREATE OR REPLACE TEMP TABLE temp.DIM_CUSTOMER_BATCH (
    CUSTOMER_ID       BIGINT,
    SEGMENT           VARCHAR,
    EMAIL             VARCHAR,
    START_DATE        TIMESTAMP,
    BATCH_ROW_ID      VARCHAR,
    BATCH_RULE        VARCHAR,
    BATCH_DISPOSITION VARCHAR,
    BATCH_IS_LATE     BOOLEAN,
    BATCH_IS_SERIES   BOOLEAN
);

-- Each event beside the open version of its key.
CREATE OR REPLACE TEMP TABLE temp.DIM_CUSTOMER_OPEN (
    CUSTOMER_KEY  BIGINT,
    CUSTOMER_ID   BIGINT,
    LAST_EVENT_AT TIMESTAMP,
    EVENT_AT      TIMESTAMP,
    BATCH_BEGINS  BOOLEAN
);

-- The versions, from now on, of the keys that are a series.
CREATE OR REPLACE TEMP TABLE temp.DIM_CUSTOMER_TIMELINE (
    CUSTOMER_KEY   BIGINT,
    CUSTOMER_ID    BIGINT,
    START_DATE     TIMESTAMP,
    END_DATE       TIMESTAMP,
    LAST_EVENT_AT  TIMESTAMP,
    SEGMENT        VARCHAR,
    EMAIL          VARCHAR,
    BATCH_IS_KNOWN BOOLEAN
);

BEGIN TRANSACTION;

-- Read the stream once: what it shows is the same for every statement of this transaction.
INSERT INTO temp.DIM_CUSTOMER_BATCH (
    CUSTOMER_ID,
    SEGMENT,
    EMAIL,
    START_DATE,
    BATCH_ROW_ID,
    BATCH_RULE,
    BATCH_DISPOSITION
)
WITH
    -- The rows as the target wants them.
    READ_ROWS AS (
        SELECT
            customers.CUSTOMER_ID,
            customers.SEGMENT,
            customers.EMAIL,
            customers.UPDATED_AT      AS START_DATE,
            customers.METADATA$ROW_ID AS BATCH_ROW_ID,
            customers.UPDATED_AT      AS BATCH_ORDER_1,
            customers.CUSTOMER_ID     AS BATCH_ORDER_2
        FROM STAGING.STG_CUSTOMERS_STREAM AS customers
        WHERE customers.METADATA$ACTION = 'INSERT'
    ),
    -- The first rule that a row breaks, if any.
    CHECKED_ROWS AS (
        SELECT
            read.CUSTOMER_ID,
            read.SEGMENT,
            read.EMAIL,
            read.START_DATE,
            read.BATCH_ROW_ID,
            read.BATCH_ORDER_1,
            read.BATCH_ORDER_2,
            CASE
                WHEN LENGTH(read.SEGMENT) > 20 THEN 'SEGMENT length'
                WHEN read.CUSTOMER_ID IN (-1, -2, -3) THEN 'CUSTOMER_ID reserved'
            END AS BATCH_RULE
        FROM READ_ROWS AS read
    )
SELECT
    checked.CUSTOMER_ID,
    checked.SEGMENT,
    checked.EMAIL,
    checked.START_DATE,
    checked.BATCH_ROW_ID,
    checked.BATCH_RULE,
    CASE
        WHEN checked.BATCH_RULE IS NOT NULL THEN 'REJECT'
        WHEN ROW_NUMBER() OVER (
            PARTITION BY checked.CUSTOMER_ID, checked.START_DATE, checked.BATCH_RULE IS NULL
            ORDER BY
                checked.START_DATE DESC NULLS LAST,
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
            FROM temp.DIM_CUSTOMER_BATCH AS batch
        ) AS counted
    ) AS row_values
);
SET VARIABLE rows_read = STRUCT_EXTRACT(GETVARIABLE('row_values'), 'ROWS_READ');
SET VARIABLE rows_rejected = STRUCT_EXTRACT(GETVARIABLE('row_values'), 'ROWS_REJECTED');
SET VARIABLE rows_deduplicated = STRUCT_EXTRACT(GETVARIABLE('row_values'), 'ROWS_DEDUPLICATED');
SET VARIABLE rows_loaded = STRUCT_EXTRACT(GETVARIABLE('row_values'), 'ROWS_LOADED');

-- Every row read is loaded, rejected or a duplicate; nothing else may become of it.
SELECT CASE WHEN GETVARIABLE('rows_read')
    <> GETVARIABLE('rows_rejected') + GETVARIABLE('rows_deduplicated') + GETVARIABLE('rows_loaded') THEN ERROR('CURATED.DIM_CUSTOMER: rows read differ from rows loaded, rejected and deduplicated.' || ' rows_read = ' || GETVARIABLE('rows_read') || ', rows_loaded = ' || GETVARIABLE('rows_loaded') || ', rows_rejected = ' || GETVARIABLE('rows_rejected') || ', rows_deduplicated = ' || GETVARIABLE('rows_deduplicated')) END AS FAILURE;

-- Left out unless GETVARIABLE('rows_rejected') > 0.
-- Keep what was rejected, as it was read.
INSERT INTO CURATED.REJECTED_DIM_CUSTOMER (
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
        WHEN batch.BATCH_RULE = 'SEGMENT length' THEN 'SEGMENT is longer than 20 characters'
        WHEN batch.BATCH_RULE = 'CUSTOMER_ID reserved'
            THEN 'CUSTOMER_ID is the key of row -1, -2 or -3, which stands for no member'
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
FROM temp.DIM_CUSTOMER_BATCH AS batch
LEFT JOIN STAGING.STG_CUSTOMERS_STREAM AS source
    ON source.METADATA$ROW_ID = batch.BATCH_ROW_ID AND source.METADATA$ACTION = 'INSERT'
WHERE batch.BATCH_DISPOSITION = 'REJECT';

-- Compare each event with the open version of its key: no other statement reads attributes of the target, unless a key is a series. Micro-partitions of closed versions alone are left out.
INSERT INTO temp.DIM_CUSTOMER_OPEN (
    CUSTOMER_KEY,
    CUSTOMER_ID,
    LAST_EVENT_AT,
    EVENT_AT,
    BATCH_BEGINS
)
SELECT
    known.CUSTOMER_KEY,
    batch.CUSTOMER_ID,
    known.LAST_EVENT_AT,
    batch.START_DATE AS EVENT_AT,
    known.CUSTOMER_KEY IS NULL OR NOT known.IS_INFERRED AND batch.SEGMENT IS DISTINCT FROM known.SEGMENT AS BATCH_BEGINS
FROM temp.DIM_CUSTOMER_BATCH AS batch
LEFT JOIN (
    SELECT
        held.CUSTOMER_KEY,
        held.CUSTOMER_ID,
        held.LAST_EVENT_AT,
        held.IS_INFERRED,
        held.SEGMENT
    FROM CURATED.DIM_CUSTOMER AS held
    WHERE held.IS_CURRENT
        AND held.CUSTOMER_ID IN (
            SELECT touched.CUSTOMER_ID AS KEY_1
            FROM temp.DIM_CUSTOMER_BATCH AS touched
            WHERE touched.BATCH_DISPOSITION = 'LOAD'
        )
) AS known
    ON known.CUSTOMER_ID = batch.CUSTOMER_ID
WHERE batch.BATCH_DISPOSITION = 'LOAD';

-- Mark the keys with an event that is not after all that is known of them. Of the target, closed versions are read, and of those the key and the times alone.
UPDATE temp.DIM_CUSTOMER_BATCH marked SET
    BATCH_IS_LATE = TRUE
WHERE marked.CUSTOMER_ID IN (
        SELECT late.CUSTOMER_ID AS KEY_1
        FROM (
            SELECT opened.CUSTOMER_ID
            FROM temp.DIM_CUSTOMER_OPEN AS opened
            WHERE opened.LAST_EVENT_AT >= opened.EVENT_AT
            UNION
            SELECT closed.CUSTOMER_ID
            FROM (
                SELECT DISTINCT
                    opened.CUSTOMER_ID,
                    opened.EVENT_AT
                FROM temp.DIM_CUSTOMER_OPEN AS opened
                WHERE opened.CUSTOMER_KEY IS NULL
            ) AS closed
            JOIN CURATED.DIM_CUSTOMER AS known
                ON known.CUSTOMER_ID = closed.CUSTOMER_ID
                    AND NOT known.IS_CURRENT
                    AND (known.LAST_EVENT_AT >= closed.EVENT_AT OR known.END_DATE >= closed.EVENT_AT)
        ) AS late
    );

-- Mark the keys that are a series: several events, a late one, a delete.
UPDATE temp.DIM_CUSTOMER_BATCH marked SET
    BATCH_IS_SERIES = TRUE
WHERE marked.BATCH_DISPOSITION = 'LOAD'
    AND (marked.BATCH_IS_LATE
        OR COALESCE(marked.CUSTOMER_ID IN (
            SELECT repeated.CUSTOMER_ID AS KEY_1
            FROM (
                SELECT batch.CUSTOMER_ID
                FROM temp.DIM_CUSTOMER_BATCH AS batch
                WHERE batch.BATCH_DISPOSITION = 'LOAD'
                GROUP BY batch.CUSTOMER_ID
                HAVING COUNT(*) > 1
            ) AS repeated
        ), FALSE));

-- Left out unless GETVARIABLE('rows_in_series') > 0.
-- What follows is told from the other keys.
DELETE FROM temp.DIM_CUSTOMER_OPEN opened
WHERE opened.CUSTOMER_ID IN (
        SELECT series.CUSTOMER_ID AS KEY_1
        FROM temp.DIM_CUSTOMER_BATCH AS series
        WHERE series.BATCH_IS_SERIES
    );

-- Close what a newer version ended: rewrites the micro-partitions that hold these open versions, and no others.
UPDATE CURATED.DIM_CUSTOMER target SET
    END_DATE   = ended.EVENT_AT,
    IS_CURRENT = FALSE
FROM temp.DIM_CUSTOMER_OPEN AS ended
WHERE target.CUSTOMER_KEY = ended.CUSTOMER_KEY AND target.IS_CURRENT AND ended.BATCH_BEGINS;

-- Open the new versions.
INSERT INTO CURATED.DIM_CUSTOMER (
    CUSTOMER_ID,
    START_DATE,
    END_DATE,
    LAST_EVENT_AT,
    SEGMENT,
    EMAIL,
    IS_CURRENT,
    IS_INFERRED
)
SELECT
    batch.CUSTOMER_ID,
    batch.START_DATE,
    CAST(NULL AS TIMESTAMP) AS END_DATE,
    batch.START_DATE        AS LAST_EVENT_AT,
    batch.SEGMENT,
    batch.EMAIL,
    TRUE                    AS IS_CURRENT,
    FALSE                   AS IS_INFERRED
FROM temp.DIM_CUSTOMER_OPEN AS opened
JOIN temp.DIM_CUSTOMER_BATCH AS batch
    ON batch.CUSTOMER_ID = opened.CUSTOMER_ID
        AND batch.START_DATE = opened.EVENT_AT
        AND batch.BATCH_DISPOSITION = 'LOAD'
WHERE opened.BATCH_BEGINS
ORDER BY batch.CUSTOMER_ID ASC NULLS FIRST, batch.START_DATE ASC NULLS FIRST;

-- Left out unless GETVARIABLE('rows_inserted') + GETVARIABLE('rows_in_series') < GETVARIABLE('rows_loaded').
-- Overwrite in place what opens no version; a key without such an event stays untouched.
UPDATE CURATED.DIM_CUSTOMER target SET
    LAST_EVENT_AT = event.LAST_EVENT_AT,
    SEGMENT       = event.SEGMENT,
    EMAIL         = event.EMAIL,
    IS_INFERRED   = FALSE
FROM (
    SELECT
        opened.CUSTOMER_KEY,
        opened.CUSTOMER_ID,
        batch.START_DATE AS LAST_EVENT_AT,
        batch.SEGMENT,
        batch.EMAIL
    FROM temp.DIM_CUSTOMER_OPEN AS opened
    JOIN temp.DIM_CUSTOMER_BATCH AS batch
        ON batch.CUSTOMER_ID = opened.CUSTOMER_ID
            AND batch.START_DATE = opened.EVENT_AT
            AND batch.BATCH_DISPOSITION = 'LOAD'
    WHERE NOT opened.BATCH_BEGINS
) AS event
WHERE target.CUSTOMER_KEY = event.CUSTOMER_KEY AND target.CUSTOMER_ID = event.CUSTOMER_ID;

-- Left out unless GETVARIABLE('rows_in_series') > 0.
-- Build the time line of the series.
INSERT INTO temp.DIM_CUSTOMER_TIMELINE (
    CUSTOMER_KEY,
    CUSTOMER_ID,
    START_DATE,
    END_DATE,
    LAST_EVENT_AT,
    SEGMENT,
    EMAIL,
    BATCH_IS_KNOWN
)
WITH
    -- Every event of the keys, read as the batch was.
    HISTORY_READ_ROWS AS (
        SELECT
            customers.CUSTOMER_ID,
            customers.SEGMENT,
            customers.EMAIL,
            customers.UPDATED_AT  AS START_DATE,
            customers.UPDATED_AT  AS BATCH_ORDER_1,
            customers.CUSTOMER_ID AS BATCH_ORDER_2
        FROM STAGING.STG_CUSTOMERS AS customers
    ),
    -- Of a key with a late event, all that ever happened to it.
    LATE_EVENTS AS (
        SELECT
            read.CUSTOMER_ID,
            read.START_DATE      AS EVENT_AT,
            read.START_DATE      AS LAST_EVENT_AT,
            'UPSERT'             AS EVENT_ACTION,
            1                    AS EVENT_PRIORITY,
            CAST(NULL AS BIGINT) AS EVENT_KNOWN_KEY,
            read.SEGMENT,
            read.EMAIL
        FROM HISTORY_READ_ROWS AS read
        WHERE read.CUSTOMER_ID IN (
                SELECT late.CUSTOMER_ID AS KEY_1
                FROM temp.DIM_CUSTOMER_BATCH AS late
                WHERE late.BATCH_IS_LATE
            )
            AND NOT COALESCE(LENGTH(read.SEGMENT) > 20, FALSE)
        QUALIFY ROW_NUMBER() OVER (
            PARTITION BY read.CUSTOMER_ID, read.START_DATE
            ORDER BY
                read.START_DATE DESC NULLS LAST,
                read.BATCH_ORDER_1 DESC NULLS LAST,
                read.BATCH_ORDER_2 DESC NULLS LAST
        ) = 1
        UNION ALL
        SELECT
            known.CUSTOMER_ID,
            known.START_DATE     AS EVENT_AT,
            known.LAST_EVENT_AT,
            'INFERRED'           AS EVENT_ACTION,
            0                    AS EVENT_PRIORITY,
            CAST(NULL AS BIGINT) AS EVENT_KNOWN_KEY,
            known.SEGMENT,
            known.EMAIL
        FROM CURATED.DIM_CUSTOMER AS known
        WHERE known.START_DATE = TIMESTAMP '1900-01-01 00:00:00'
            AND known.CUSTOMER_ID IN (
                SELECT late.CUSTOMER_ID AS KEY_1
                FROM temp.DIM_CUSTOMER_BATCH AS late
                WHERE late.BATCH_IS_LATE
            )
    ),
    -- What happened to each key, old and new: one event per instant, and what is new wins.
    SINGLE_EVENTS AS (
        SELECT
            batch.CUSTOMER_ID,
            batch.START_DATE     AS EVENT_AT,
            batch.START_DATE     AS LAST_EVENT_AT,
            'UPSERT'             AS EVENT_ACTION,
            CAST(NULL AS BIGINT) AS EVENT_KNOWN_KEY,
            batch.SEGMENT,
            batch.EMAIL
        FROM temp.DIM_CUSTOMER_BATCH AS batch
        WHERE batch.BATCH_DISPOSITION = 'LOAD' AND batch.BATCH_IS_SERIES AND batch.BATCH_IS_LATE IS NULL
        UNION ALL
        SELECT
            known.CUSTOMER_ID,
            known.START_DATE   AS EVENT_AT,
            known.LAST_EVENT_AT,
            CASE WHEN known.IS_INFERRED THEN 'INFERRED' ELSE 'UPSERT' END AS EVENT_ACTION,
            known.CUSTOMER_KEY AS EVENT_KNOWN_KEY,
            known.SEGMENT,
            known.EMAIL
        FROM CURATED.DIM_CUSTOMER AS known
        WHERE known.IS_CURRENT
            AND known.CUSTOMER_ID IN (
                SELECT touched.CUSTOMER_ID AS KEY_1
                FROM temp.DIM_CUSTOMER_BATCH AS touched
                WHERE touched.BATCH_IS_SERIES
            )
            AND NOT COALESCE(known.CUSTOMER_ID IN (
                SELECT late.CUSTOMER_ID AS KEY_1
                FROM temp.DIM_CUSTOMER_BATCH AS late
                WHERE late.BATCH_IS_LATE
            ), FALSE)
        UNION ALL
        SELECT
            late.CUSTOMER_ID,
            late.EVENT_AT,
            late.LAST_EVENT_AT,
            late.EVENT_ACTION,
            late.EVENT_KNOWN_KEY,
            late.SEGMENT,
            late.EMAIL
        FROM LATE_EVENTS AS late
        QUALIFY ROW_NUMBER() OVER (
            PARTITION BY late.CUSTOMER_ID, late.EVENT_AT
            ORDER BY late.EVENT_PRIORITY DESC NULLS LAST
        ) = 1
    ),
    -- Each event beside the one before it.
    PRECEDED_EVENTS AS (
        SELECT
            single.CUSTOMER_ID,
            single.EVENT_AT,
            single.LAST_EVENT_AT,
            single.EVENT_ACTION,
            single.EVENT_KNOWN_KEY,
            single.SEGMENT,
            single.EMAIL,
            LAG(single.EVENT_ACTION) OVER (
                PARTITION BY single.CUSTOMER_ID
                ORDER BY single.EVENT_AT ASC NULLS FIRST
            ) AS PREVIOUS_ACTION,
            single.SEGMENT
                IS DISTINCT FROM LAG(single.SEGMENT) OVER (PARTITION BY single.CUSTOMER_ID ORDER BY single.EVENT_AT ASC NULLS FIRST) AS IS_CHANGED
        FROM SINGLE_EVENTS AS single
    ),
    -- An event opens a version where a tracked column really changed.
    MARKED_EVENTS AS (
        SELECT
            preceded.CUSTOMER_ID,
            preceded.EVENT_AT,
            preceded.LAST_EVENT_AT,
            preceded.EVENT_ACTION,
            preceded.EVENT_KNOWN_KEY,
            preceded.SEGMENT,
            preceded.EMAIL,
            CASE
                WHEN preceded.PREVIOUS_ACTION IS NULL THEN 1
                WHEN preceded.PREVIOUS_ACTION = 'INFERRED' AND preceded.EVENT_ACTION = 'UPSERT' THEN 0
                WHEN preceded.PREVIOUS_ACTION = 'DELETE' AND preceded.EVENT_ACTION = 'DELETE' THEN 0
                WHEN preceded.PREVIOUS_ACTION = 'DELETE' OR preceded.EVENT_ACTION = 'DELETE' OR preceded.IS_CHANGED
                    THEN 1
                ELSE 0
            END AS IS_START
        FROM PRECEDED_EVENTS AS preceded
    ),
    -- Each event in the time of its version: it ends, excluded, where the next one or a delete begins.
    SPANNED_EVENTS AS (
        SELECT
            marked.CUSTOMER_ID,
            marked.EVENT_AT,
            marked.LAST_EVENT_AT,
            marked.EVENT_ACTION,
            marked.EVENT_KNOWN_KEY,
            marked.SEGMENT,
            marked.EMAIL,
            CAST(SUM(marked.IS_START) OVER (
                PARTITION BY marked.CUSTOMER_ID
                ORDER BY marked.EVENT_AT ASC NULLS FIRST
                ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
            ) AS BIGINT) AS VERSION_NUMBER,
            MAX(CASE WHEN marked.IS_START = 1 THEN marked.EVENT_AT END) OVER (
                PARTITION BY marked.CUSTOMER_ID
                ORDER BY marked.EVENT_AT ASC NULLS FIRST
                ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
            ) AS START_DATE,
            LEAD(marked.EVENT_AT) OVER (
                PARTITION BY marked.CUSTOMER_ID
                ORDER BY marked.EVENT_AT ASC NULLS FIRST
            ) AS END_DATE,
            LEAD(marked.IS_START) OVER (
                PARTITION BY marked.CUSTOMER_ID
                ORDER BY marked.EVENT_AT ASC NULLS FIRST
            ) AS NEXT_IS_START,
            FIRST_VALUE(marked.EVENT_KNOWN_KEY) OVER (
                PARTITION BY marked.CUSTOMER_ID
                ORDER BY marked.EVENT_AT ASC NULLS FIRST
                ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
            ) AS EVENT_FIRST_KEY
        FROM MARKED_EVENTS AS marked
    ),
    -- A version has the values of its last event.
    VERSIONS AS (
        SELECT
            spanned.CUSTOMER_ID,
            spanned.START_DATE,
            spanned.END_DATE,
            spanned.LAST_EVENT_AT,
            spanned.EVENT_ACTION,
            CASE WHEN spanned.VERSION_NUMBER = 1 THEN spanned.EVENT_FIRST_KEY END AS EVENT_KNOWN_KEY,
            spanned.EVENT_ACTION = 'UPSERT' AND spanned.EVENT_KNOWN_KEY IS NOT NULL AS BATCH_IS_KNOWN,
            spanned.SEGMENT,
            spanned.EMAIL
        FROM SPANNED_EVENTS AS spanned
        WHERE COALESCE(spanned.NEXT_IS_START, 1) = 1
    ),
    -- Of a rebuilt key, the surrogate key of the first version that was known in the same time.
    REBUILT_VERSIONS AS (
        SELECT
            versions.CUSTOMER_ID,
            versions.START_DATE,
            known.CUSTOMER_KEY
        FROM VERSIONS
        JOIN CURATED.DIM_CUSTOMER AS known
            ON known.CUSTOMER_ID = versions.CUSTOMER_ID
                AND known.START_DATE >= versions.START_DATE
                AND known.START_DATE < COALESCE(versions.END_DATE, TIMESTAMP '9999-12-31 00:00:00')
        WHERE known.CUSTOMER_ID IN (
                SELECT late.CUSTOMER_ID AS KEY_1
                FROM temp.DIM_CUSTOMER_BATCH AS late
                WHERE late.BATCH_IS_LATE
            )
        QUALIFY ROW_NUMBER() OVER (
            PARTITION BY versions.CUSTOMER_ID, versions.START_DATE
            ORDER BY known.START_DATE ASC NULLS FIRST
        ) = 1
    )
SELECT
    COALESCE(versions.EVENT_KNOWN_KEY, rebuilt.CUSTOMER_KEY) AS CUSTOMER_KEY,
    versions.CUSTOMER_ID,
    versions.START_DATE,
    versions.END_DATE,
    versions.LAST_EVENT_AT,
    versions.SEGMENT,
    versions.EMAIL,
    versions.BATCH_IS_KNOWN
FROM VERSIONS
LEFT JOIN REBUILT_VERSIONS AS rebuilt
    ON rebuilt.CUSTOMER_ID = versions.CUSTOMER_ID AND rebuilt.START_DATE = versions.START_DATE
WHERE versions.EVENT_ACTION <> 'DELETE';

-- Left out unless GETVARIABLE('rows_in_series') > 0.
-- A version that a late change made one with its neighbour, or took back.
DELETE FROM CURATED.DIM_CUSTOMER target
WHERE target.CUSTOMER_ID IN (
        SELECT late.CUSTOMER_ID AS KEY_1
        FROM temp.DIM_CUSTOMER_BATCH AS late
        WHERE late.BATCH_IS_LATE
    )
    AND NOT COALESCE(target.CUSTOMER_KEY IN (
        SELECT versions.CUSTOMER_KEY AS KEY_1
        FROM temp.DIM_CUSTOMER_TIMELINE AS versions
    ), FALSE);

-- Left out unless GETVARIABLE('rows_in_series') > 0.
-- Close what is over: a newer version or a delete ended it.
UPDATE CURATED.DIM_CUSTOMER target SET
    END_DATE   = versions.END_DATE,
    IS_CURRENT = FALSE
FROM temp.DIM_CUSTOMER_TIMELINE AS versions
WHERE target.CUSTOMER_KEY = versions.CUSTOMER_KEY AND target.IS_CURRENT AND versions.END_DATE IS NOT NULL;

-- Left out unless GETVARIABLE('rows_in_series') > 0.
-- Overwrite in place what opens no version; what is the same stays untouched.
UPDATE CURATED.DIM_CUSTOMER target SET
    START_DATE    = versions.START_DATE,
    END_DATE      = versions.END_DATE,
    LAST_EVENT_AT = versions.LAST_EVENT_AT,
    SEGMENT       = versions.SEGMENT,
    EMAIL         = versions.EMAIL,
    IS_CURRENT    = versions.END_DATE IS NULL,
    IS_INFERRED   = FALSE
FROM temp.DIM_CUSTOMER_TIMELINE AS versions
WHERE target.CUSTOMER_KEY = versions.CUSTOMER_KEY
    AND NOT versions.BATCH_IS_KNOWN
    AND (target.START_DATE IS DISTINCT FROM versions.START_DATE
        OR target.END_DATE IS DISTINCT FROM versions.END_DATE
        OR target.LAST_EVENT_AT IS DISTINCT FROM versions.LAST_EVENT_AT
        OR target.SEGMENT IS DISTINCT FROM versions.SEGMENT
        OR target.EMAIL IS DISTINCT FROM versions.EMAIL
        OR target.IS_INFERRED);

-- Left out unless GETVARIABLE('rows_in_series') > 0.
-- Open the new versions.
INSERT INTO CURATED.DIM_CUSTOMER (
    CUSTOMER_ID,
    START_DATE,
    END_DATE,
    LAST_EVENT_AT,
    SEGMENT,
    EMAIL,
    IS_CURRENT,
    IS_INFERRED
)
SELECT
    versions.CUSTOMER_ID,
    versions.START_DATE,
    versions.END_DATE,
    versions.LAST_EVENT_AT,
    versions.SEGMENT,
    versions.EMAIL,
    versions.END_DATE IS NULL AS IS_CURRENT,
    FALSE                     AS IS_INFERRED
FROM temp.DIM_CUSTOMER_TIMELINE AS versions
WHERE versions.CUSTOMER_KEY IS NULL
ORDER BY versions.CUSTOMER_ID ASC NULLS FIRST, versions.START_DATE ASC NULLS FIRST;

-- Count the touched keys that are open more than once. Reads the key and the flag of the target alone.
SET VARIABLE keys_open_twice = (
    WITH
        OPEN_TWICE AS (
            SELECT held.CUSTOMER_ID
            FROM CURATED.DIM_CUSTOMER AS held
            JOIN (
                SELECT DISTINCT touched.CUSTOMER_ID
                FROM temp.DIM_CUSTOMER_BATCH AS touched
                WHERE touched.BATCH_DISPOSITION = 'LOAD'
            ) AS touched_keys
                ON touched_keys.CUSTOMER_ID = held.CUSTOMER_ID
            WHERE held.IS_CURRENT
            GROUP BY held.CUSTOMER_ID
            HAVING COUNT(*) > 1
        )
    SELECT COUNT(*) AS KEY_COUNT
    FROM OPEN_TWICE AS twice
);

-- One version of a key is open, or none.
SELECT CASE WHEN GETVARIABLE('keys_open_twice') > 0 THEN ERROR('CURATED.DIM_CUSTOMER: a key would have two open versions, so nothing was loaded; something else than this load has written to the table. They are found by SELECT held.CUSTOMER_ID FROM CURATED.DIM_CUSTOMER AS held WHERE held.IS_CURRENT GROUP BY held.CUSTOMER_ID HAVING COUNT(*) > 1; delete the one that is wrong, and run again.' || ' keys_open_twice = ' || GETVARIABLE('keys_open_twice')) END AS FAILURE;

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
    'CURATED.SP_LOAD_DIM_CUSTOMER' AS PROCEDURE_NAME,
    'CURATED.DIM_CUSTOMER'         AS TARGET,
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
    'CURATED.SP_LOAD_DIM_CUSTOMER'        AS PROCEDURE_NAME,
    'CURATED.DIM_CUSTOMER'                AS TARGET,
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
