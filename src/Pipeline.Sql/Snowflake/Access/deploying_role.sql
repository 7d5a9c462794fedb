-- Loads run with the role that deploys, which owns them. One that sees masks would have them stored.
EXECUTE IMMEDIATE
$$
DECLARE
    sees_masks EXCEPTION (-20016, {{ check.message | literal }});
BEGIN
    IF (NOT IS_ROLE_IN_SESSION({{ check.role | literal }})) THEN
        RAISE sees_masks;
    END IF;
END;
$$;
