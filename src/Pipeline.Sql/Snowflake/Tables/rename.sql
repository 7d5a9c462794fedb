-- {{ if rename.is_column }}A column{{ else }}The table{{ end }} was {{ rename.former | comment }} before: renamed where it still is, so that rows, grants and the offsets of streams stay.
EXECUTE IMMEDIATE
$$
DECLARE
    former NUMBER(19,0);
    renamed NUMBER(19,0);
    both_exist EXCEPTION (-20012, {{ rename.both_exist | literal }});
BEGIN
    SELECT
        COUNT_IF(live.{{ if rename.is_column }}COLUMN_NAME{{ else }}TABLE_NAME{{ end }} = {{ rename.former | literal }}),
        COUNT_IF(live.{{ if rename.is_column }}COLUMN_NAME{{ else }}TABLE_NAME{{ end }} = {{ rename.name | literal }})
    INTO :former, :renamed
    {{~ if rename.is_column ~}}
    FROM INFORMATION_SCHEMA.COLUMNS AS live
    WHERE live.TABLE_SCHEMA = {{ rename.schema | literal }}
        AND live.TABLE_NAME = {{ rename.table | literal }};
    {{~ else ~}}
    FROM INFORMATION_SCHEMA.TABLES AS live
    WHERE live.TABLE_SCHEMA = {{ rename.schema | literal }}
        AND live.TABLE_TYPE = 'BASE TABLE';
    {{~ end ~}}

    IF (former > 0 AND renamed > 0) THEN
        RAISE both_exist;
    ELSEIF (former > 0) THEN
        {{ rename.statement }};
    END IF;
END;
$$;
