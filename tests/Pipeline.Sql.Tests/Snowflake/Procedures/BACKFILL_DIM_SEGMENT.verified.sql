-- A backfill of CURATED.DIM_SEGMENT by `pipeline backfill`, to be reviewed and run by hand; run it whole, in one session.
--
-- Reads     STAGING.STG_CUSTOMERS where UPDATED_AT >= '2024-01-15 00:00:00' AND UPDATED_AT < '2024-01-16 12:00:00'
--           and all other rows with the same SEGMENT, so that the newest state of each is known
-- Writes    CURATED.REJECTED_DIM_SEGMENT
--           CURATED.DIM_SEGMENT
--           PIPELINE.LOAD_RUNS
-- Streams   none is read, so that every offset stays; those on CURATED.DIM_SEGMENT show what was corrected to the loads after it.
-- Rows      that are right already stay untouched; a row that is in CURATED.DIM_SEGMENT and not in STAGING.STG_CUSTOMERS stays too. A second run changes nothing.
-- Undo      within the table's retention, with the STARTED_AT that the script returns. The table stays the same object, so that its streams and grants do.
--           It takes back what was written since by others too.
--           INSERT OVERWRITE INTO CURATED.DIM_SEGMENT (SEGMENT_KEY, SEGMENT, SEEN_AT, IS_DELETED)
--               SELECT SEGMENT_KEY, SEGMENT, SEEN_AT, IS_DELETED FROM CURATED.DIM_SEGMENT AT (TIMESTAMP => '<STARTED_AT> +0000'::TIMESTAMP_TZ);

EXECUTE IMMEDIATE
$$
DECLARE
    run_id        VARCHAR          DEFAULT 'BACKFILL_' || UUID_STRING();
    scheduled_at  TIMESTAMP_NTZ(6) DEFAULT SYSDATE();
    started_at    TIMESTAMP_NTZ(6) DEFAULT SYSDATE();
    error_message VARCHAR;
    error_detail  VARCHAR          DEFAULT '';
    rows_before   NUMBER(19,0)     DEFAULT 0;
    rows_after    NUMBER(19,0)     DEFAULT 0;

    rows_read         NUMBER(19,0) DEFAULT 0;
    rows_filtered     NUMBER(19,0) DEFAULT 0;
    rows_rejected     NUMBER(19,0) DEFAULT 0;
    rows_deduplicated NUMBER(19,0) DEFAULT 0;
    rows_loaded       NUMBER(19,0) DEFAULT 0;
    rows_inserted     NUMBER(19,0) DEFAULT 0;
    rows_updated      NUMBER(19,0) DEFAULT 0;
    rows_closed       NUMBER(19,0) DEFAULT 0;
    rows_deleted      NUMBER(19,0) DEFAULT 0;
    rows_inferred     NUMBER(19,0) DEFAULT 0;
    rows_rekeyed      NUMBER(19,0) DEFAULT 0;
    rows_to_delete    NUMBER(19,0) DEFAULT 0;
    rows_living       NUMBER(19,0) DEFAULT 0;

    unexpected_rows_read EXCEPTION (-20001, 'CURATED.DIM_SEGMENT: rows read differ from rows loaded, rejected and deduplicated.');
BEGIN
    -- Batches are made before the transaction: a CREATE inside would commit it.
    -- The rows of STAGING.STG_CUSTOMERS that are loaded again, in the place of STG_CUSTOMERS_STREAM.
    CREATE OR REPLACE TEMPORARY TABLE CURATED.DIM_SEGMENT_RANGE (
        CUSTOMER_ID     NUMBER(10,0),
        SEGMENT         VARCHAR,
        EMAIL           VARCHAR,
        UPDATED_AT      TIMESTAMP_NTZ(6),
        CHANGE_ACTION   VARCHAR,
        CHANGE_ISUPDATE BOOLEAN,
        CHANGE_ROW_ID   VARCHAR
    );

    -- The rows of this run, with what becomes of each; only this session sees it.
    CREATE OR REPLACE TEMPORARY TABLE CURATED.DIM_SEGMENT_BATCH (
        SEGMENT           VARCHAR,
        SEEN_AT           TIMESTAMP_NTZ(6),
        BATCH_ROW_ID      VARCHAR,
        BATCH_RULE        VARCHAR,
        BATCH_DISPOSITION VARCHAR
    );

    BEGIN TRANSACTION;

    SELECT COUNT(*) INTO :rows_before FROM CURATED.DIM_SEGMENT;

    -- Read the rows of the range, UPDATED_AT from 2024-01-15 00:00:00 before 2024-01-16 12:00:00, and all others of their keys; no stream is read.
    INSERT INTO CURATED.DIM_SEGMENT_RANGE (
        CUSTOMER_ID,
        SEGMENT,
        EMAIL,
        UPDATED_AT,
        CHANGE_ACTION,
        CHANGE_ISUPDATE,
        CHANGE_ROW_ID
    )
    SELECT
        source.CUSTOMER_ID,
        source.SEGMENT,
        source.EMAIL,
        source.UPDATED_AT,
        'INSERT' AS CHANGE_ACTION,
        FALSE    AS CHANGE_ISUPDATE,
        CAST(ROW_NUMBER() OVER (ORDER BY source.UPDATED_AT ASC NULLS FIRST) AS VARCHAR) AS CHANGE_ROW_ID
    FROM STAGING.STG_CUSTOMERS AS source
    WHERE EXISTS (
        SELECT ranged.UPDATED_AT
        FROM STAGING.STG_CUSTOMERS AS ranged
        WHERE ranged.SEGMENT = source.SEGMENT
            AND ranged.UPDATED_AT >= '2024-01-15 00:00:00'::TIMESTAMP_NTZ(6)
            AND ranged.UPDATED_AT < '2024-01-16 12:00:00'::TIMESTAMP_NTZ(6)
    );

    -- Read these rows as the load reads its stream.
    INSERT INTO CURATED.DIM_SEGMENT_BATCH (
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
                customers.UPDATED_AT    AS SEEN_AT,
                customers.CHANGE_ROW_ID AS BATCH_ROW_ID,
                customers.UPDATED_AT    AS BATCH_ORDER_1,
                customers.CUSTOMER_ID   AS BATCH_ORDER_2
            FROM CURATED.DIM_SEGMENT_RANGE AS customers
            WHERE customers.CHANGE_ACTION = 'INSERT'
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
    SELECT
        shown.ROWS_READ,
        counted.ROWS_REJECTED,
        counted.ROWS_DEDUPLICATED,
        counted.ROWS_LOADED
    INTO :rows_read, :rows_rejected, :rows_deduplicated, :rows_loaded
    FROM (
        SELECT COUNT(*) AS ROWS_READ
        FROM CURATED.DIM_SEGMENT_RANGE AS changes
        WHERE changes.CHANGE_ACTION = 'INSERT'
    ) AS shown
    CROSS JOIN (
        SELECT
            COUNT_IF(batch.BATCH_DISPOSITION = 'REJECT')    AS ROWS_REJECTED,
            COUNT_IF(batch.BATCH_DISPOSITION = 'DUPLICATE') AS ROWS_DEDUPLICATED,
            COUNT_IF(batch.BATCH_DISPOSITION = 'LOAD')      AS ROWS_LOADED
        FROM CURATED.DIM_SEGMENT_BATCH AS batch
    ) AS counted;

    -- Every row read is loaded, rejected or a duplicate; nothing else may become of it.
    IF (rows_read <> rows_rejected + rows_deduplicated + rows_loaded) THEN
        error_detail := ' rows_read = ' || rows_read || ', rows_loaded = ' || rows_loaded || ', rows_rejected = ' || rows_rejected || ', rows_deduplicated = ' || rows_deduplicated;
        RAISE unexpected_rows_read;
    END IF;

    IF (rows_rejected > 0) THEN
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
            :run_id                    AS RUN_ID,
            :started_at                AS REJECTED_AT,
            batch.BATCH_RULE           AS RULE,
            CASE
                WHEN batch.BATCH_RULE = 'SEGMENT reserved'
                    THEN 'SEGMENT is the key of row -1, -2 or -3, which stands for no member'
                ELSE COALESCE(batch.BATCH_RULE, '')
            END AS REASON,
            CAST(NULL AS VARCHAR)      AS SOURCE_FILE,
            CAST(NULL AS NUMBER(19,0)) AS SOURCE_ROW,
            OBJECT_CONSTRUCT_KEEP_NULL(
                'CUSTOMER_ID', source.CUSTOMER_ID,
                'SEGMENT', source.SEGMENT,
                'EMAIL', source.EMAIL,
                'UPDATED_AT', source.UPDATED_AT
            ) AS RECORD
        FROM CURATED.DIM_SEGMENT_BATCH AS batch
        LEFT JOIN CURATED.DIM_SEGMENT_RANGE AS source
            ON source.CHANGE_ROW_ID = batch.BATCH_ROW_ID AND source.CHANGE_ACTION = 'INSERT'
        WHERE batch.BATCH_DISPOSITION = 'REJECT';
    END IF;

    -- Overwrite what changed and add what is new; each key is once in the batch.
    MERGE INTO CURATED.DIM_SEGMENT AS target
    USING (
        SELECT
            batch.SEGMENT,
            batch.SEEN_AT
        FROM CURATED.DIM_SEGMENT_BATCH AS batch
        WHERE batch.BATCH_DISPOSITION = 'LOAD'
    ) AS source
        ON target.SEGMENT = source.SEGMENT
    -- Overwrite what changed; a row that is the same stays untouched, and an older state never replaces a newer one.
    WHEN MATCHED AND source.SEEN_AT >= target.SEEN_AT
        AND (target.SEEN_AT IS DISTINCT FROM source.SEEN_AT OR target.IS_DELETED) THEN UPDATE SET
        target.SEEN_AT    = source.SEEN_AT,
        target.IS_DELETED = FALSE
    -- A key that is new.
    WHEN NOT MATCHED THEN INSERT (
        SEGMENT,
        SEEN_AT,
        IS_DELETED
    ) VALUES (
        source.SEGMENT,
        source.SEEN_AT,
        FALSE
    );
    SELECT
        :rows_inserted + "number of rows inserted",
        :rows_updated + "number of rows updated"
    INTO :rows_inserted, :rows_updated
    FROM TABLE(RESULT_SCAN(LAST_QUERY_ID()));

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
        :run_id                       AS RUN_ID,
        'CURATED.SP_LOAD_DIM_SEGMENT' AS PROCEDURE_NAME,
        'CURATED.DIM_SEGMENT'         AS TARGET,
        :started_at                   AS STARTED_AT,
        SYSDATE()                     AS FINISHED_AT,
        'SUCCEEDED'                   AS STATUS,
        :rows_read                    AS ROWS_READ,
        :rows_filtered                AS ROWS_FILTERED,
        :rows_rejected                AS ROWS_REJECTED,
        :rows_deduplicated            AS ROWS_DEDUPLICATED,
        :rows_loaded                  AS ROWS_LOADED,
        :rows_inserted                AS ROWS_INSERTED,
        :rows_updated                 AS ROWS_UPDATED,
        :rows_closed                  AS ROWS_CLOSED,
        :rows_deleted                 AS ROWS_DELETED,
        :rows_inferred                AS ROWS_INFERRED,
        :rows_rekeyed                 AS ROWS_REKEYED,
        CAST(NULL AS VARCHAR)         AS ERROR_MESSAGE;

    SELECT COUNT(*) INTO :rows_after FROM CURATED.DIM_SEGMENT;

    COMMIT;

    RETURN OBJECT_CONSTRUCT(
        'run_id', run_id,
        'started_at', started_at,
        'rows_before', rows_before,
        'rows_after', rows_after,
        'rows_read', rows_read,
        'rows_filtered', rows_filtered,
        'rows_rejected', rows_rejected,
        'rows_deduplicated', rows_deduplicated,
        'rows_loaded', rows_loaded,
        'rows_inserted', rows_inserted,
        'rows_updated', rows_updated,
        'rows_closed', rows_closed,
        'rows_deleted', rows_deleted,
        'rows_inferred', rows_inferred,
        'rows_rekeyed', rows_rekeyed,
        'rows_to_delete', rows_to_delete,
        'rows_living', rows_living
    )::VARCHAR;
EXCEPTION
    WHEN OTHER THEN
        error_message := SQLERRM || error_detail;

        ROLLBACK;

        BEGIN TRANSACTION;

        -- Record the failure; nothing else of the run remains.
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
            :run_id                       AS RUN_ID,
            'CURATED.SP_LOAD_DIM_SEGMENT' AS PROCEDURE_NAME,
            'CURATED.DIM_SEGMENT'         AS TARGET,
            :started_at                   AS STARTED_AT,
            SYSDATE()                     AS FINISHED_AT,
            'FAILED'                      AS STATUS,
            0                             AS ROWS_READ,
            0                             AS ROWS_FILTERED,
            0                             AS ROWS_REJECTED,
            0                             AS ROWS_DEDUPLICATED,
            0                             AS ROWS_LOADED,
            0                             AS ROWS_INSERTED,
            0                             AS ROWS_UPDATED,
            0                             AS ROWS_CLOSED,
            0                             AS ROWS_DELETED,
            0                             AS ROWS_INFERRED,
            0                             AS ROWS_REKEYED,
            :error_message                AS ERROR_MESSAGE;

        COMMIT;

        RAISE;
END;
$$;
