CREATE SHARE IF NOT EXISTS {{ share.name }}
    COMMENT = {{ share.comment | literal }};

-- The database is the current one, whatever its name; a share takes views of one database.
EXECUTE IMMEDIATE
$$
DECLARE
    database_name VARCHAR;
BEGIN
    database_name := '"' || REPLACE(CURRENT_DATABASE(), '"', '""') || '"';
    EXECUTE IMMEDIATE 'GRANT USAGE ON DATABASE ' || database_name || {{ share.to_share | literal }};
END;
$$;
{{~ for schema in share.schemas ~}}

GRANT USAGE ON SCHEMA {{ schema }} TO SHARE {{ share.name }};
{{~ end ~}}
{{~ for view in share.views ~}}

GRANT SELECT ON VIEW {{ view }} TO SHARE {{ share.name }};
{{~ end ~}}
{{~ if share.accounts ~}}

ALTER SHARE {{ share.name }} ADD ACCOUNTS = {{ share.accounts }};
{{~ end ~}}
