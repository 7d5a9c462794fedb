-- Made anew only where it isn't what the model says: {{ view.cost }}
EXECUTE IMMEDIATE
$$
DECLARE
    unchanged NUMBER(19,0) DEFAULT 0;
BEGIN
    SHOW {{ view.kind }}S IN SCHEMA {{ view.schema }};

    SELECT COUNT(*)
    INTO :unchanged
    FROM TABLE(RESULT_SCAN(LAST_QUERY_ID()))
    WHERE "name" = {{ view.bare_name | literal }}
        {{~ if view.materialized ~}}
        AND "invalid" = 'false'
        {{~ end ~}}
        AND ENDSWITH("comment", {{ view.fingerprint | literal }});

    IF (unchanged > 0) THEN
        ALTER {{ view.kind }} {{ view.name }} SET COMMENT = {{ view.comment | literal }};
    ELSE
{{ view.create }}
    END IF;
END;
$$;
