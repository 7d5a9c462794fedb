using Pipeline.Catalog;

namespace Pipeline.Sql.Tests;

/// <summary>A stream that is there keeps its offset: one that reads otherwise than the model says stops the deployment.</summary>
public sealed class StreamCheckTests : IDisposable
{
    private static readonly TableObject Sales = new(new("LANDING", "RAW_SALES"), "Retail.RawSales", [Catalogs.Text("ID")]);

    private static readonly StreamObject Stream = new(new("LANDING", "RAW_SALES_STREAM"), "Retail.RawSalesStream", Sales.Name, StreamMode.AppendOnly);

    private static readonly CompiledCatalog Model = CatalogCompletion.Complete(Catalogs.Of(new SchemaObject(new(null, "LANDING"), "Retail.Landing"), Sales, Stream));

    private readonly LiveAccount account = new();

    public void Dispose() => account.Dispose();

    [Theory]
    [InlineData("RETAIL_PROD.LANDING.RAW_SALES")]
    [InlineData("\"RETAIL_PROD\".\"LANDING\".\"RAW_SALES\"")]
    [InlineData("LANDING.RAW_SALES")]
    [InlineData("RAW_SALES")]
    public void Stream_as_the_model_says_it_is_left_alone(string source) => Assert.Equal("", account.HasStream("LANDING.RAW_SALES_STREAM", source, "APPEND_ONLY").CheckStreams(Model));

    [Fact]
    public void Stream_of_another_schema_is_not_looked_at() => Assert.Equal("", account.HasStream("STAGING.RAW_SALES_STREAM", "D.STAGING.ELSE", "DEFAULT").CheckStreams(Model));

    [Fact]
    public void Stream_of_another_mode_stops_the_deployment() => Assert.Equal(
        "LANDING.RAW_SALES_STREAM is of mode DEFAULT, in the model APPEND_ONLY",
        account.HasStream("LANDING.RAW_SALES_STREAM", "D.LANDING.RAW_SALES", "DEFAULT").CheckStreams(Model));

    [Fact]
    public void Stream_on_an_external_table_is_of_the_mode_that_the_account_gives_it()
    {
        var files = new ExternalTableObject(Sales.Name, "Retail.RawSales", [Catalogs.Text("ID")], new("LANDING", "SALES_STAGE"));
        var model = CatalogCompletion.Complete(Catalogs.Of(
            new SchemaObject(new(null, "LANDING"), "Retail.Landing"), new CsvFormatObject(new("LANDING", "LINES"), "Retail.Lines"),
            new StageObject(new("LANDING", "SALES_STAGE"), "Retail.SalesStage", "s3://retail/sales/") { Format = new("LANDING", "LINES") }, files, Stream with { Mode = StreamMode.InsertOnly }));
        Assert.Equal("", account.HasStream("LANDING.RAW_SALES_STREAM", "D.LANDING.RAW_SALES", "INSERT_ONLY").CheckStreams(model));
    }

    [Fact]
    public void Stream_on_another_source_stops_the_deployment() => Assert.Equal(
        "LANDING.RAW_SALES_STREAM is on D.LANDING.RAW_RETURNS, in the model on LANDING.RAW_SALES",
        account.HasStream("LANDING.RAW_SALES_STREAM", "D.LANDING.RAW_RETURNS", "APPEND_ONLY").CheckStreams(Model));

    [Fact]
    public void Streams_are_compared_before_anything_reads_them()
    {
        var script = ArtifactFiles.Render(Model, Model).Single(a => a.Path == "deploy.sql").Text;
        Assert.True(script.IndexOf("CREATE STREAM IF NOT EXISTS LANDING.RAW_SALES_STREAM", StringComparison.Ordinal) < script.IndexOf("SHOW STREAMS IN DATABASE", StringComparison.Ordinal));
    }
}
