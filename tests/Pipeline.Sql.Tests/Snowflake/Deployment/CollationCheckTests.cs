using Pipeline.Catalog;

namespace Pipeline.Sql.Tests;

/// <summary>Keys are compared by their codes: an account that would compare them otherwise stops the deployment before a table is made.</summary>
public sealed class CollationCheckTests : IDisposable
{
    private static readonly CompiledCatalog Model = CatalogCompletion.Complete(Catalogs.Of(
        new SchemaObject(new(null, "LANDING"), "Retail.Landing"), new SchemaObject(new(null, "ORDER"), "Retail.Order"),
        new TableObject(new("LANDING", "RAW_SALES"), "Retail.RawSales", [Catalogs.Text("ID")])));

    private readonly LiveAccount account = new();

    public void Dispose() => account.Dispose();

    [Fact]
    public void Account_without_a_default_collation_is_left_alone() => Assert.Equal(
        "", account.HasParameter("LANDING", "DEFAULT_DDL_COLLATION", "").HasParameter("ORDER", "DEFAULT_DDL_COLLATION", "").HasParameter("LANDING", "DEFAULTADDLACOLLATION", "en").CheckCollations(Model));

    [Fact]
    public void Account_that_does_not_tell_is_left_alone() => Assert.Equal("", account.CheckCollations(Model));

    [Fact]
    public void Every_schema_with_one_is_named_with_it() => Assert.Equal(
        "LANDING (en-ci); ORDER (de-ai); ", account.HasParameter("LANDING", "DEFAULT_DDL_COLLATION", "en-ci").HasParameter("ORDER", "DEFAULT_DDL_COLLATION", "de-ai").CheckCollations(Model));

    [Fact]
    public void It_is_asked_between_the_schemas_and_the_tables()
    {
        var script = ArtifactFiles.Render(Model, Model).Single(a => a.Path == "deploy.sql").Text;
        int At(string text) => script.IndexOf(text, StringComparison.Ordinal);
        Assert.InRange(At("SHOW PARAMETERS LIKE 'DEFAULT_DDL_COLLATION' IN SCHEMA \"ORDER\";"), At("CREATE SCHEMA IF NOT EXISTS \"ORDER\""), At("CREATE TABLE IF NOT EXISTS LANDING.RAW_SALES"));
        Assert.InRange(At("EXCEPTION (-20017"), At("CREATE SCHEMA IF NOT EXISTS \"ORDER\""), At("CREATE TABLE IF NOT EXISTS LANDING.RAW_SALES"));
    }
}
