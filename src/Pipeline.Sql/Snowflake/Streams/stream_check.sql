-- IF NOT EXISTS keeps a stream on another source or of another mode. Stop here rather than load by it.
EXECUTE IMMEDIATE
$$
DECLARE
    differences VARCHAR;
BEGIN
    SHOW STREAMS IN DATABASE;

    WITH
        expected AS (
            SELECT
                COLUMN1 AS STREAM_SCHEMA,
                COLUMN2 AS STREAM_NAME,
                COLUMN3 AS SOURCE_NAME,
                COLUMN4 AS READING_MODE
            FROM VALUES
                {{~ for stream in check.streams ~}}
                {{ stream }}{{ if !for.last }},{{ end }}
                {{~ end ~}}
        ),
        compared AS (
            SELECT
                expected.STREAM_SCHEMA || '.' || expected.STREAM_NAME AS STREAM,
                expected.SOURCE_NAME,
                expected.READING_MODE,
                REPLACE(live."table_name", '"', '') AS LIVE_SOURCE,
                live."mode" AS LIVE_MODE
            FROM TABLE(RESULT_SCAN(LAST_QUERY_ID())) AS live
            INNER JOIN expected
                ON expected.STREAM_SCHEMA = live."schema_name"
                    AND expected.STREAM_NAME = live."name"
        ),
        differing AS (
            SELECT compared.STREAM || ' is on ' || compared.LIVE_SOURCE || ', in the model on ' || compared.SOURCE_NAME AS DIFFERENCE
            FROM compared
            WHERE compared.LIVE_SOURCE <> compared.SOURCE_NAME
                AND NOT ENDSWITH(compared.LIVE_SOURCE, '.' || compared.SOURCE_NAME)
                AND NOT ENDSWITH(compared.SOURCE_NAME, '.' || compared.LIVE_SOURCE)
            UNION ALL
            SELECT compared.STREAM || ' is of mode ' || compared.LIVE_MODE || ', in the model ' || compared.READING_MODE
            FROM compared
            WHERE compared.LIVE_MODE <> compared.READING_MODE
        )
    SELECT LISTAGG(differing.DIFFERENCE, '; ') WITHIN GROUP (ORDER BY differing.DIFFERENCE)
    INTO :differences
    FROM differing;

    -- An exception's message is a constant, so the block that raises it is made of the differences.
    IF (LENGTH(differences) > 0) THEN
        differences := LEFT(REGEXP_REPLACE(differences, '[^A-Za-z0-9_.,:;() ]', '?'), 1000);
        EXECUTE IMMEDIATE 'DECLARE stream_differs EXCEPTION (-20013, ''Streams differ from the model; read them to the end, drop them, deploy again: ' || differences || '''); BEGIN RAISE stream_differs; END;';
    END IF;
END;
$$;
