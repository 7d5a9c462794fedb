using Pipeline.Catalog;
using Pipeline.Catalog.Json;

namespace Pipeline.Sql.Tests;

public sealed class ShareSqlTests
{
    private static readonly ShareObject Share = new(new(null, "SUPPLIER_SHARE"), "Retail.SupplierShare", "partners@retail.example")
    {
        Comment = "For suppliers.", Reads = [new("MARTS", "REVENUE"), new("MARTS", "STOCK")], Accounts = ["NORTHWIND.MAIN", "AB12345"],
    };

    [Fact]
    public void Share_gives_exactly_its_views_to_its_accounts() => Catalogs.Of(Share).Sql("SUPPLIER_SHARE").ShouldBe("""
        CREATE SHARE IF NOT EXISTS SUPPLIER_SHARE
            COMMENT = 'For suppliers. Share of partners@retail.example.';

        -- The database is the current one, whatever its name; a share takes views of one database.
        EXECUTE IMMEDIATE
        $$
        DECLARE
            database_name VARCHAR;
        BEGIN
            database_name := '"' || REPLACE(CURRENT_DATABASE(), '"', '""') || '"';
            EXECUTE IMMEDIATE 'GRANT USAGE ON DATABASE ' || database_name || ' TO SHARE SUPPLIER_SHARE';
        END;
        $$;

        GRANT USAGE ON SCHEMA MARTS TO SHARE SUPPLIER_SHARE;

        GRANT SELECT ON VIEW MARTS.REVENUE TO SHARE SUPPLIER_SHARE;

        GRANT SELECT ON VIEW MARTS.STOCK TO SHARE SUPPLIER_SHARE;

        ALTER SHARE SUPPLIER_SHARE ADD ACCOUNTS = NORTHWIND.MAIN, AB12345;
        """);

    [Fact]
    public void Share_without_accounts_waits_for_them() => Assert.DoesNotContain("ALTER SHARE", Catalogs.Of(Share with { Accounts = [] }).Sql("SUPPLIER_SHARE"));

    [Theory]
    [InlineData("NORTHWIND.MAIN; DROP SCHEMA X")]
    [InlineData("A.B.C")]
    [InlineData("my-org.main")]
    [InlineData("")]
    public void What_is_no_account_is_refused_by_the_class_that_says_it(string account) => Assert.Equal(
        $"Retail.SupplierShare (SUPPLIER_SHARE): '{account}' is no account; write it as ORGANIZATION.ACCOUNT.",
        Assert.Throws<UnspellableException>(() => Catalogs.Of(Share with { Accounts = [account] }).Sql("SUPPLIER_SHARE")).Message);

    [Fact]
    public void Share_is_taken_away_before_what_it_gives_and_made_after_the_grants()
    {
        var catalog = Catalogs.Of(Share, new SchemaObject(new(null, "MARTS"), "Retail.Marts") { Grants = [new(new(null, "ANALYST"), Access.Read)] });
        var files = ArtifactFiles.Render(catalog, catalog);
        string Text(string path) => files.Single(f => f.Path == path).Text;
        Assert.True(Text("teardown.sql").IndexOf("DROP SHARE IF EXISTS SUPPLIER_SHARE;", StringComparison.Ordinal) is > 0 and var dropped && dropped < Text("teardown.sql").IndexOf("DROP SCHEMA", StringComparison.Ordinal));
        Assert.True(Text("deploy.sql").IndexOf("CREATE SHARE", StringComparison.Ordinal) > Text("deploy.sql").IndexOf("GRANT USAGE ON SCHEMA MARTS TO ROLE ANALYST", StringComparison.Ordinal));
    }

    [Fact]
    public void Share_and_database_survive_the_manifest()
    {
        var database = new DatabaseObject(new(null, "RETAIL"), "Retail.Database") { Transient = true, RetentionDays = 0, MaxExtensionDays = 3 };
        var read = CatalogJson.ReadManifest(CatalogJson.WriteManifest(Catalogs.Of(Share, database)));
        Assert.Equal(Share, read.Find<ShareObject>(Share.Name));
        Assert.Equal(database, read.Find<DatabaseObject>(database.Name));
    }
}
