-- What was there before its policy gets it now; what has another one changes it in one statement.
EXECUTE IMMEDIATE
$$
DECLARE
    attached VARCHAR;
BEGIN
    SELECT MAX('"' || REPLACE(found.POLICY_SCHEMA, '"', '""') || '"."' || REPLACE(found.POLICY_NAME, '"', '""') || '"')
    INTO :attached
    FROM TABLE(INFORMATION_SCHEMA.POLICY_REFERENCES(REF_ENTITY_NAME => {{ item.reference | literal }}, REF_ENTITY_DOMAIN => {{ item.domain | literal }})) AS found
    WHERE found.POLICY_KIND = 'ROW_ACCESS_POLICY';

    IF (attached IS NULL) THEN
        ALTER {{ item.kind }} {{ item.name }} ADD ROW ACCESS POLICY {{ item.policy }} ON ({{ item.columns }});
    ELSEIF (attached <> {{ item.quoted_policy | literal }}) THEN
        EXECUTE IMMEDIATE {{ item.dropping | literal }} || attached || {{ item.adding | literal }};
    END IF;
END;
$$;
