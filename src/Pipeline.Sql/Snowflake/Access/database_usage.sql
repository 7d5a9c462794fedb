-- The database is the current one, whatever its name.
EXECUTE IMMEDIATE
$$
DECLARE
    database_name VARCHAR;
BEGIN
    database_name := '"' || REPLACE(CURRENT_DATABASE(), '"', '""') || '"';
    {{~ for given in database.grants ~}}
    EXECUTE IMMEDIATE {{ given.grant | literal }} || database_name || {{ given.to | literal }};
    {{~ end ~}}
END;
$$;
