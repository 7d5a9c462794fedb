-- IF NOT EXISTS keeps an external table of another definition. Stop here rather than read by it.
EXECUTE IMMEDIATE
$$
DECLARE
    differences VARCHAR;
BEGIN
    WITH
        expected AS (
            SELECT
                COLUMN1 AS TABLE_SCHEMA,
                COLUMN2 AS TABLE_NAME,
                COLUMN3 AS DEFINITION
            FROM VALUES
                {{~ for table in check.tables ~}}
                {{ table }}{{ if !for.last }},{{ end }}
                {{~ end ~}}
        )
    SELECT LISTAGG(expected.TABLE_SCHEMA || '.' || expected.TABLE_NAME, ', ') WITHIN GROUP (ORDER BY expected.TABLE_SCHEMA, expected.TABLE_NAME)
    INTO :differences
    FROM expected
    LEFT JOIN INFORMATION_SCHEMA.TABLES AS live
        ON live.TABLE_SCHEMA = expected.TABLE_SCHEMA
            AND live.TABLE_NAME = expected.TABLE_NAME
    WHERE NOT COALESCE(live.TABLE_TYPE = 'EXTERNAL TABLE' AND ENDSWITH(live.COMMENT, expected.DEFINITION), FALSE);

    -- An exception's message is a constant, so the block that raises it is made of the differences.
    IF (LENGTH(differences) > 0) THEN
        differences := LEFT(REGEXP_REPLACE(differences, '[^A-Za-z0-9_.,:;() ]', '?'), 1000);
        EXECUTE IMMEDIATE 'DECLARE external_table_differs EXCEPTION (-20014, ''External tables differ from the model; drop and make anew: ' || differences || '''); BEGIN RAISE external_table_differs; END;';
    END IF;
END;
$$;
