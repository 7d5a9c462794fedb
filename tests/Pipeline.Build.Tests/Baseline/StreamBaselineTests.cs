using Pipeline.Catalog;

namespace Pipeline.Build.Tests.Baseline;

/// <summary>A stream that was shipped has an offset: the build refuses what would lose it.</summary>
public sealed class StreamBaselineTests : IDisposable
{
    private const string NeverDeployed = "If it was never deployed, restore sql/manifest.json as it was, and build again.";

    private static readonly TableObject Sales = Table("RAW_SALES", "RawSales") with { At = new("Landing.cs", 5) };

    private static readonly TableObject Returns = Table("RAW_RETURNS", "RawReturns");

    private static readonly StreamObject Stream = new(new("LANDING", "RAW_SALES_STREAM"), "Retail.RawSalesStream", Sales.Name, StreamMode.Net) { At = new("Landing.cs", 9) };

    private readonly BuiltModel model = new BuiltModel().With(Sales, Returns, Stream);

    public StreamBaselineTests() => model.Build();

    public void Dispose() => model.Dispose();

    [Fact]
    public void Stream_that_is_gone_is_refused_at_its_source_until_it_is_accepted()
    {
        model.With(Sales, Returns);
        Assert.Equal(
            "Landing.cs(5): PL0826: The stream LANDING.RAW_SALES_STREAM of 'Retail.RawSalesStream' was shipped and isn't in the model any more: the changes of LANDING.RAW_SALES that no load has read "
            + "yet would be read by none. If another stream is what it was, write [RenamedFrom(\"RawSalesStream\")] on that. If it may be lost, set PipelineAcceptLoss to "
            + "drop-stream:LANDING.RAW_SALES_STREAM. " + NeverDeployed,
            model.Errors());

        model.AcceptLoss = "drop-stream:LANDING.RAW_SALES_STREAM";
        model.Build();
    }

    [Fact]
    public void Renamed_stream_is_refused_with_the_fix_until_it_says_what_it_was()
    {
        var renamed = Stream with { Name = new("LANDING", "SALES_CHANGES"), ClassName = "Retail.SalesChanges" };
        Assert.Contains(
            "Landing.cs(9): PL0826: The stream LANDING.RAW_SALES_STREAM of 'Retail.RawSalesStream' was shipped", model.With(Sales, Returns, renamed).Errors(), StringComparison.Ordinal);
        Assert.Contains("If 'Retail.SalesChanges' is what it was, write [RenamedFrom(\"RawSalesStream\")] on it.", model.Errors(), StringComparison.Ordinal);
        model.With(Sales, Returns, renamed with { FormerNames = [Stream.Name] }).Build();
    }

    [Fact]
    public void Stream_on_another_source_is_refused()
    {
        model.With(Sales, Returns, Stream with { Source = Returns.Name });
        Assert.Equal(
            "Landing.cs(9): PL0827: The stream LANDING.RAW_SALES_STREAM of 'Retail.RawSalesStream' was shipped on LANDING.RAW_SALES and is on LANDING.RAW_RETURNS now: the changes of LANDING.RAW_SALES "
            + "that no load has read yet would be read by none. To keep it, leave it as it was, and make a second class for the new one. If it may be lost, set PipelineAcceptLoss to "
            + "move-stream:LANDING.RAW_SALES_STREAM. " + NeverDeployed,
            model.Errors());
    }

    [Fact]
    public void Stream_of_another_mode_is_refused() => Assert.Contains(
        "PL0827: The stream LANDING.RAW_SALES_STREAM of 'Retail.RawSalesStream' was shipped to read the net change of each row and reads inserted rows alone now: ",
        model.With(Sales, Returns, Stream with { Mode = StreamMode.AppendOnly }).Errors(), StringComparison.Ordinal);

    [Fact]
    public void Stream_follows_its_table_when_that_is_renamed()
    {
        var renamed = Sales with { Name = new("LANDING", "SALES"), FormerNames = [Sales.Name] };
        model.With(renamed, Returns, Stream with { Source = renamed.Name }).Build();
    }

    [Fact]
    public void Stream_that_goes_with_its_table_is_no_second_loss()
    {
        model.With(Returns);
        Assert.Contains("PL0820: The table LANDING.RAW_SALES", Assert.Single(model.Errors().Split('\n')), StringComparison.Ordinal);
        model.AcceptLoss = "drop-table:LANDING.RAW_SALES";
        model.Build();
    }

    private static TableObject Table(string name, string className) => new(new("LANDING", name), "Retail." + className, [new("ID", "Id", SqlType.Text, Nullable: true)]);
}
