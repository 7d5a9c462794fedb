-- IF NOT EXISTS keeps a pipe of another definition. Stop here rather than load by it.
EXECUTE IMMEDIATE
$$
DECLARE
    differences VARCHAR;
BEGIN
    WITH
        expected AS (
            SELECT
                COLUMN1 AS PIPE_SCHEMA,
                COLUMN2 AS PIPE_NAME,
                COLUMN3 AS DEFINITION
            FROM VALUES
                {{~ for pipe in check.pipes ~}}
                {{ pipe }}{{ if !for.last }},{{ end }}
                {{~ end ~}}
        )
    SELECT LISTAGG(expected.PIPE_SCHEMA || '.' || expected.PIPE_NAME, ', ') WITHIN GROUP (ORDER BY expected.PIPE_SCHEMA, expected.PIPE_NAME)
    INTO :differences
    FROM expected
    LEFT JOIN INFORMATION_SCHEMA.PIPES AS live
        ON live.PIPE_SCHEMA = expected.PIPE_SCHEMA
            AND live.PIPE_NAME = expected.PIPE_NAME
    WHERE NOT COALESCE(ENDSWITH(live.COMMENT, expected.DEFINITION), FALSE);

    -- An exception's message is a constant, so the block that raises it is made of the differences.
    IF (LENGTH(differences) > 0) THEN
        differences := LEFT(REGEXP_REPLACE(differences, '[^A-Za-z0-9_.,:;() ]', '?'), 1000);
        EXECUTE IMMEDIATE 'DECLARE pipe_differs EXCEPTION (-20011, ''Pipes differ from the model; pause, drain and make anew: ' || differences || '''); BEGIN RAISE pipe_differs; END;';
    END IF;
END;
$$;
