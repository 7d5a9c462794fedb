-- Texts are compared by their codes, keys among them. Under a default collation, which a schema takes over from its database and account, 'a' may be 'A' in columns that are made
-- from here on, and two keys one. Stop here rather than make such columns.
EXECUTE IMMEDIATE
$$
DECLARE
    collated VARCHAR DEFAULT '';
BEGIN
    {{~ for schema in check.schemas ~}}
    SHOW PARAMETERS LIKE 'DEFAULT_DDL_COLLATION' IN SCHEMA {{ schema.name }};

    SELECT :collated || COALESCE(MAX({{ schema.opening | literal }} || shown."value" || '); '), '')
    INTO :collated
    FROM TABLE(RESULT_SCAN(LAST_QUERY_ID())) AS shown
    WHERE shown."key" = 'DEFAULT_DDL_COLLATION'
        AND shown."value" <> '';

    {{~ end ~}}
    -- An exception's message is a constant, so the block that raises it is made of what was found.
    IF (LENGTH(collated) > 0) THEN
        collated := LEFT(REGEXP_REPLACE(collated, '[^A-Za-z0-9_.,:;() -]', '?'), 1000);
        EXECUTE IMMEDIATE 'DECLARE text_is_collated EXCEPTION (-20017, ''Texts of new columns would be compared by a collation; set DEFAULT_DDL_COLLATION of these schemas to an empty text and deploy again: ' || collated || '''); BEGIN RAISE text_is_collated; END;';
    END IF;
END;
$$;
