-- dbt's snapshot, written from its description: a staging table of insertions and updates, found by comparing the whole source with the open rows,
-- once for each; then the dimension is read again by the version's hash, updated and inserted into.
CREATE OR REPLACE TEMPORARY TABLE SNAPSHOT_STAGING AS
WITH
    snapshotted AS (SELECT *, MEMBER_ID AS UNIQUE_KEY FROM DIM_MEMBER WHERE VALID_TO IS NULL),
    insertions_source AS (
        SELECT *, MEMBER_ID AS UNIQUE_KEY, {updated_at} AS DBT_UPDATED_AT, {updated_at} AS VALID_FROM, nullif({updated_at}, {updated_at}) AS VALID_TO,
            md5(coalesce(MEMBER_ID::VARCHAR, '') || '|' || coalesce(({updated_at})::VARCHAR, '')) AS DBT_SCD_ID
        FROM {source}
    ),
    updates_source AS (
        SELECT *, MEMBER_ID AS UNIQUE_KEY, {updated_at} AS DBT_UPDATED_AT, {updated_at} AS VALID_FROM, {updated_at} AS VALID_TO FROM {source}
    ),
    insertions AS (
        SELECT 'insert' AS CHANGE_TYPE, source.* EXCLUDE UNIQUE_KEY
        FROM insertions_source AS source LEFT JOIN snapshotted ON snapshotted.UNIQUE_KEY = source.UNIQUE_KEY
        WHERE snapshotted.UNIQUE_KEY IS NULL OR (snapshotted.UNIQUE_KEY IS NOT NULL AND ({row_changed}))
    ),
    updates AS (
        SELECT 'update' AS CHANGE_TYPE, source.* EXCLUDE UNIQUE_KEY, snapshotted.DBT_SCD_ID
        FROM updates_source AS source JOIN snapshotted ON snapshotted.UNIQUE_KEY = source.UNIQUE_KEY
        WHERE {row_changed}
    )
SELECT * FROM insertions UNION ALL BY NAME SELECT * FROM updates;

BEGIN;
UPDATE DIM_MEMBER SET VALID_TO = staged.VALID_TO
FROM SNAPSHOT_STAGING AS staged
WHERE staged.DBT_SCD_ID = DIM_MEMBER.DBT_SCD_ID AND staged.CHANGE_TYPE IN ('update', 'delete') AND DIM_MEMBER.VALID_TO IS NULL;
INSERT INTO DIM_MEMBER BY NAME SELECT * EXCLUDE CHANGE_TYPE FROM SNAPSHOT_STAGING WHERE CHANGE_TYPE = 'insert';
COMMIT;
