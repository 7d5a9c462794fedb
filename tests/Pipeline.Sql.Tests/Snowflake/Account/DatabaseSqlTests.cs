using Pipeline.Catalog;

namespace Pipeline.Sql.Tests;

public sealed class DatabaseSqlTests
{
    private static readonly DatabaseObject Database = new(new(null, "RETAIL"), "Retail.Database") { RetentionDays = 7, Comment = "All of it." };

    private static readonly SchemaObject Schema = new(new(null, "CURATED"), "Retail.Curated") { Grants = [new(new(null, "ANALYST"), Access.Read)] };

    [Fact]
    public void Database_is_created_once_altered_after_and_all_that_follows_lies_in_it() => Catalogs.Of(Database).Sql("RETAIL").ShouldBe("""
        CREATE DATABASE IF NOT EXISTS RETAIL
            DATA_RETENTION_TIME_IN_DAYS = 7
            MAX_DATA_EXTENSION_TIME_IN_DAYS = 14
            COMMENT = 'All of it.';

        -- What has changed since, for one that was there before.
        ALTER DATABASE RETAIL SET
            DATA_RETENTION_TIME_IN_DAYS = 7
            MAX_DATA_EXTENSION_TIME_IN_DAYS = 14
            COMMENT = 'All of it.';

        -- All that follows lies in it.
        USE DATABASE RETAIL;
        """);

    [Fact]
    public void Database_of_each_user_is_named_when_the_script_runs() => Catalogs.Of(Database with { Name = new(null, "DEV_${user}"), Transient = true, Comment = null }).Sql("DEV_${user}").ShouldBe("""
        -- A database for each user who deploys.
        SET PIPELINE_DATABASE = (SELECT '"DEV_' || REGEXP_REPLACE(UPPER(CURRENT_USER()), '[^A-Z0-9]', '_') || '"');

        CREATE TRANSIENT DATABASE IF NOT EXISTS IDENTIFIER($PIPELINE_DATABASE)
            DATA_RETENTION_TIME_IN_DAYS = 1
            MAX_DATA_EXTENSION_TIME_IN_DAYS = 14;

        -- What has changed since, for one that was there before.
        ALTER DATABASE IDENTIFIER($PIPELINE_DATABASE) SET
            DATA_RETENTION_TIME_IN_DAYS = 1
            MAX_DATA_EXTENSION_TIME_IN_DAYS = 14;

        -- All that follows lies in it.
        USE DATABASE IDENTIFIER($PIPELINE_DATABASE);
        """);

    [Fact]
    public void Database_comes_before_its_schemas_and_a_model_without_one_says_nothing_of_it()
    {
        var deploy = Script("deploy.sql", Database, Schema);
        Assert.True(deploy.IndexOf("USE DATABASE RETAIL;", StringComparison.Ordinal) < deploy.IndexOf("CREATE SCHEMA IF NOT EXISTS CURATED", StringComparison.Ordinal));
        Assert.Contains("-- Creates the platform in its database,", deploy);

        var without = Script("deploy.sql", Schema);
        Assert.Contains("-- Creates the platform in the current database,", without);
        Assert.DoesNotContain("USE DATABASE", without);
        Assert.DoesNotContain("USE DATABASE", Script("teardown.sql", Schema));
    }

    [Fact]
    public void Tearing_down_empties_the_database_and_leaves_it()
    {
        var teardown = Script("teardown.sql", Database, Schema);
        Assert.True(teardown.IndexOf("USE DATABASE RETAIL;", StringComparison.Ordinal) < teardown.IndexOf("DROP SCHEMA IF EXISTS CURATED;", StringComparison.Ordinal));
        Assert.DoesNotContain(teardown.Split('\n'), l => l.StartsWith("DROP DATABASE", StringComparison.Ordinal));
        Assert.Contains("-- The database stays: it may hold what isn't of this model. To drop it with all that is in it: DROP DATABASE RETAIL;", teardown);
    }

    [Fact]
    public void Scripts_that_stop_and_start_it_run_in_no_other_database()
    {
        var root = new TaskObject(new("ETL", "ROOT_TASK"), "Retail.RootTask", new("ETL", "ROOT_TASK"), new(null, "WH"));
        foreach (var script in new[] { "suspend.sql", "resume.sql" })
        {
            var text = Script(script, Database, root);
            Assert.True(text.IndexOf("\nUSE DATABASE RETAIL;\n", StringComparison.Ordinal) is > 0 and var at && at < text.IndexOf("\nALTER TASK", StringComparison.Ordinal), text);
        }
    }

    [Fact]
    public void Grants_on_the_database_stand_beside_the_usage_that_others_imply()
    {
        var grants = Catalogs.Of(Database with { Grants = [new(new(null, "OPERATOR"), Access.Read), new(new(null, "ADMIN"), Access.Create)] }, Schema).Sql("GRANTS");
        Assert.Equal(
            ["'GRANT USAGE ON DATABASE ' || database_name || ' TO ROLE ADMIN'", "'GRANT USAGE ON DATABASE ' || database_name || ' TO ROLE ANALYST'",
             "'GRANT USAGE ON DATABASE ' || database_name || ' TO ROLE OPERATOR'", "'GRANT MONITOR ON DATABASE ' || database_name || ' TO ROLE OPERATOR'",
             "'GRANT CREATE SCHEMA ON DATABASE ' || database_name || ' TO ROLE ADMIN'"],
            grants.Split('\n').Where(l => l.Contains("EXECUTE IMMEDIATE '", StringComparison.Ordinal)).Select(l => l.Trim()["EXECUTE IMMEDIATE ".Length..].TrimEnd(';')));
    }

    private static string Script(string path, params CatalogObject[] objects)
    {
        var catalog = Catalogs.Of(objects);
        return ArtifactFiles.Render(catalog, catalog).Single(f => f.Path == path).Text;
    }
}
