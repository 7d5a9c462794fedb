-- The stream was {{ rename.former | comment }} before. A stream can't be renamed: its clone has its offset, so no change is lost.
EXECUTE IMMEDIATE
$$
DECLARE
    former NUMBER(19,0);
    renamed NUMBER(19,0);
BEGIN
    SHOW STREAMS IN SCHEMA {{ rename.schema }};

    SELECT
        COUNT_IF("name" = {{ rename.former | literal }}),
        COUNT_IF("name" = {{ rename.bare_name | literal }})
    INTO :former, :renamed
    FROM TABLE(RESULT_SCAN(LAST_QUERY_ID()));

    IF (former > 0 AND renamed = 0) THEN
        CREATE STREAM {{ rename.name }} CLONE {{ rename.former_name }};
        DROP STREAM {{ rename.former_name }};
    END IF;
END;
$$;
