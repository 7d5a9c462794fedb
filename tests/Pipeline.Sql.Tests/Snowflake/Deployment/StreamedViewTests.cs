using System.Text.RegularExpressions;
using Pipeline.Catalog;

namespace Pipeline.Sql.Tests;

/// <summary>A view that streams read is made once: one that shows something else than the model says stops the deployment, and nothing replaces it.</summary>
public sealed class StreamedViewTests : IDisposable
{
    private static readonly TableObject Sales = new(new("LANDING", "RAW_SALES"), "Retail.RawSales", [Catalogs.Text("ID")]);

    private static readonly ViewObject View = new(
        new("LANDING", "LARGE_SALES"), "Retail.LargeSales", [Catalogs.Text("ID")],
        new SelectQuery([new("ID", Make.Column("sales", "ID", SqlType.Text))]) { From = new ObjectSource("sales", Sales.Name) });

    private readonly LiveAccount account = new();

    public void Dispose() => account.Dispose();

    [Fact]
    public void View_that_is_not_there_is_made() => Assert.Equal("CREATE VIEW", account.HasView("LANDING.SALES", "").HasView("STAGING.LARGE_SALES", "").DeployStreamed(Model(View), "LANDING.LARGE_SALES"));

    [Fact]
    public void View_as_the_model_says_it_only_gets_its_comment() => Assert.Equal("ALTER VIEW", account.HasView("LANDING.LARGE_SALES", "A former comment. " + Definition(View)).DeployStreamed(Model(View), "LANDING.LARGE_SALES"));

    [Theory]
    [InlineData("")]
    [InlineData("Somebody wrote this.")]
    public void View_that_was_made_otherwise_stops_the_deployment(string comment) => Assert.Equal("RAISE view_differs", account.HasView("LANDING.LARGE_SALES", comment).DeployStreamed(Model(View), "LANDING.LARGE_SALES"));

    [Fact]
    public void View_with_a_former_query_stops_the_deployment() => Assert.Equal(
        "RAISE view_differs",
        account.HasView("LANDING.LARGE_SALES", Definition(View)).DeployStreamed(Model(View with { Query = ((SelectQuery)View.Query) with { Distinct = true } }), "LANDING.LARGE_SALES"));

    private static string Definition(ViewObject view) => Regex.Match(Model(view).Sql("LANDING.LARGE_SALES"), @"\[definition [0-9a-f]+\]").Value;

    private static CompiledCatalog Model(ViewObject view) => CatalogCompletion.Complete(Catalogs.Of(
        new SchemaObject(new(null, "LANDING"), "Retail.Landing"), Sales, view, new StreamObject(new("LANDING", "LARGE_SALES_STREAM"), "Retail.LargeSalesStream", view.Name, StreamMode.Net)));
}
