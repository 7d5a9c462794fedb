-- The database is the current one, whatever its name.
EXECUTE IMMEDIATE
$$
DECLARE
    database_name VARCHAR;
BEGIN
    database_name := '"' || REPLACE(CURRENT_DATABASE(), '"', '""') || '"';
    {{~ for role in database.roles ~}}
    EXECUTE IMMEDIATE 'GRANT USAGE ON DATABASE ' || database_name || {{ role | literal }};
    {{~ end ~}}
END;
$$;
