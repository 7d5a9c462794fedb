using Pipeline.Catalog;

namespace Pipeline.Build.Tests.Baseline;

/// <summary>A view that was shipped with streams on it can't be replaced: the build refuses another query of it.</summary>
public sealed class StreamedViewBaselineTests : IDisposable
{
    private static readonly TableObject Sales = new(new("LANDING", "RAW_SALES"), "Retail.RawSales", [new("ID", "Id", SqlType.Text, Nullable: true)]);

    private static readonly ViewObject View = new(
        new("LANDING", "LARGE_SALES"), "Retail.LargeSales", [new("ID", "Id", SqlType.Text, Nullable: true)],
        new SelectQuery([new("ID", Make.Column("sales", "ID", SqlType.Text, nullable: true))]) { From = new ObjectSource("sales", Sales.Name) }) { At = new("Landing.cs", 7) };

    private static readonly ViewObject Over = new(
        new("LANDING", "SHOWN_SALES"), "Retail.ShownSales", View.Columns,
        new SelectQuery([new("ID", Make.Column("large", "ID", SqlType.Text, nullable: true))]) { From = new ObjectSource("large", View.Name) });

    private static readonly StreamObject Stream = new(new("LANDING", "LARGE_SALES_STREAM"), "Retail.LargeSalesStream", View.Name, StreamMode.Net);

    private static readonly ViewObject Changed = View with { Query = ((SelectQuery)View.Query) with { Where = Make.True } };

    private readonly BuiltModel model = new();

    public void Dispose() => model.Dispose();

    [Fact]
    public void Other_query_is_refused_at_the_view_until_it_is_accepted()
    {
        model.With(Sales, View, Stream).Build();
        model.With(Sales, Changed, Stream);
        Assert.Equal(
            "Landing.cs(7): PL0776: The view LANDING.LARGE_SALES of 'Retail.LargeSales' was shipped with another query, and streams are on it (LANDING.LARGE_SALES_STREAM): replaced, it would make them "
            + "stale, and what they haven't shown yet would be read by none. Leave it as it was, and make a second class for the new query, with streams of its own. If somebody lets the loads read them to "
            + "the end, and drops them and the view before the deployment, set PipelineAcceptLoss to replace-view:LANDING.LARGE_SALES. If it was never deployed, restore sql/manifest.json as it was, and build again.",
            model.Errors());

        model.AcceptLoss = "replace-view:LANDING.LARGE_SALES";
        model.Build();
    }

    [Fact]
    public void View_under_the_view_of_a_stream_is_kept_alike()
    {
        model.With(Sales, View, Over, Stream with { Source = Over.Name }).Build();
        Assert.Contains("PL0776: The view LANDING.LARGE_SALES of", model.With(Sales, Changed, Over, Stream with { Source = Over.Name }).Errors(), StringComparison.Ordinal);
    }

    [Fact]
    public void View_without_a_stream_then_or_now_may_show_what_it_likes()
    {
        model.With(Sales, View).Build();
        model.With(Sales, Changed, Stream).Build();
    }

    [Fact]
    public void Comment_and_policies_are_no_other_query()
    {
        model.With(Sales, View, Stream).Build();
        model.With(Sales, View with { Comment = "Sales above the threshold." }, Stream).Build();
    }
}
