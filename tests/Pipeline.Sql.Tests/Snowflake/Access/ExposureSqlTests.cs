using Pipeline.Catalog;
using Pipeline.Catalog.Json;

namespace Pipeline.Sql.Tests;

public sealed class ExposureSqlTests
{
    private static readonly ExposureObject Board = new(new(null, "SALES_BOARD"), "SalesBoard", Consumer.Dashboard, "bi@retail.example")
    {
        Comment = "The daily board.", Url = "https://bi.retail.example", Reads = [new("MARTS", "DAILY")],
    };

    private static readonly CompiledCatalog Catalog = Catalogs.Of(
        new SchemaObject(new(null, "MARTS"), "Marts") { Published = true }, Board,
        new TableObject(new("MARTS", "DAILY"), "Daily", [Catalogs.Text("NAME")]), new TableObject(new("MARTS", "OTHER"), "Other", [Catalogs.Text("NAME")]));

    [Fact]
    public void Role_says_who_answers_for_the_consumer() => Catalog.Sql("SALES_BOARD").ShouldBe("""
        CREATE ROLE IF NOT EXISTS SALES_BOARD
            COMMENT = 'The daily board. Dashboard of bi@retail.example. https://bi.retail.example';

        COMMENT ON ROLE SALES_BOARD IS 'The daily board. Dashboard of bi@retail.example. https://bi.retail.example';

        -- No role of the model includes it; so that what it owns can be administered, SYSADMIN does.
        GRANT ROLE SALES_BOARD TO ROLE SYSADMIN;
        """);

    [Fact]
    public void What_it_reads_is_granted_once_and_nothing_else()
    {
        var completed = CatalogCompletion.Complete(new(CatalogCompletion.Complete(Catalog).Objects));
        Assert.Equal([new Grant(Board.Name, Access.Read)], completed.Find(new("MARTS", "DAILY"))!.Grants);
        Assert.DoesNotContain(completed.Objects, o => o.Name.Name != "DAILY" && o.Grants.Any(g => g.Role == Board.Name));
    }

    [Fact]
    public void Exposure_survives_the_manifest() =>
        Assert.Equal(Board, CatalogJson.ReadManifest(CatalogJson.WriteManifest(Catalog)).Find<ExposureObject>(Board.Name));
}
