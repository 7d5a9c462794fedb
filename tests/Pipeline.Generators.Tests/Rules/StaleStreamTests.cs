namespace Pipeline.Generators.Tests.Rules;

/// <summary>Schedules, and how long a stream outlives them.</summary>
public sealed class StaleStreamTests
{
    private const string TwoRuns = ", which leaves time for a second run";

    [Theory]
    [InlineData("", "Cron = \"30 4 1 * * UTC\"", "'Root' runs every 31 days at the longest, and 'RawStream' is stale after 14 days: its changes are lost before a run reads them; run it more often, or say MaxExtensionDays = 63 of 'Shop'" + TwoRuns)]
    [InlineData("", "Cron = \"30 4 * * SUN UTC\"", "'Root' runs every 7 days at the longest, and 'RawStream' is stale after 14 days: where one run fails, the next comes too late; run it more often, or say MaxExtensionDays = 15 of 'Shop'" + TwoRuns)]
    [InlineData("(MaxExtensionDays = 15)", "Cron = \"30 4 * * SUN UTC\"", null)]
    [InlineData("", "Cron = \"30 4 * * MON,THU UTC\"", null)]
    [InlineData("(MaxExtensionDays = 0)", "Cron = \"30 4 * * * UTC\"", "'Root' runs once a day, and 'RawStream' is stale after a day: its changes are lost before a run reads them; run it more often, or say MaxExtensionDays = 3 of 'Shop'" + TwoRuns)]
    [InlineData("(MaxExtensionDays = 0)", "Cron = \"30 * * * * UTC\"", null)]
    [InlineData("(MaxExtensionDays = 0)", "EveryMinutes = 60", null)]
    [InlineData("(MaxExtensionDays = 90)", "Cron = \"30 4 1 1,7 * UTC\"", "'Root' runs every 184 days at the longest, and 'RawStream' is stale after 90 days: its changes are lost before a run reads them; run it more often")]
    public void Stream_outlives_a_run_that_fails(string schema, string schedule, string? message)
    {
        var compilation = ModelText.Compile($$"""
            #pragma warning disable CS8618
            [Schema{{schema}}] public sealed class Shop;
            [Table<Shop>] public sealed class Raw { public string? Id { get; init; } }
            [Warehouse] public sealed class Wh;
            [Stream] public sealed class RawStream : Stream<Raw>;
            [Table<Shop>] public sealed class Sales
            {
                [BusinessKey] public string Id { get; init; }
                [Load] static Query<Sales> From(RawStream raw) => from r in raw select new Sales { Id = r.Id.OrReject() };
            }
            [RootTask<Shop, Wh>({{schedule}})] public sealed class Root;
            [Task, After<Root>, Runs<Sales>] public sealed class LoadSales;
            """);
        var told = ModelText.Analyze(compilation, new ModelAnalyzer()).Where(d => d.Id == "PL0407").Select(d => d.GetMessage(System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(message is null ? [] : [message], told);
    }

    [Theory]
    [InlineData("MaxExtensionDays = 90", "MaxExtensionDays = 2, RetentionDays = 1", "", "'Root' runs every 7 days at the longest, and 'SalesStream' is stale after 2 days: the changes of 'RawLines' are lost before a run reads them; run it more often, or say MaxExtensionDays = 15 of 'Landing'" + TwoRuns)]
    [InlineData("MaxExtensionDays = 90", "MaxExtensionDays = 0, RetentionDays = 1", "(RetentionDays = 10)", "'Root' runs every 7 days at the longest, and 'SalesStream' is stale after 10 days: where one run fails, the next comes too late for the changes of 'RawLines'; run it more often, or say MaxExtensionDays = 15 of 'Landing'" + TwoRuns)]
    [InlineData("MaxExtensionDays = 0", "MaxExtensionDays = 30", "", null)]
    public void Stream_on_a_view_is_stale_with_the_first_of_its_tables(string viewsSchema, string tablesSchema, string table, string? message)
    {
        var compilation = ModelText.Compile($$"""
            #pragma warning disable CS8618
            [Schema({{viewsSchema}})] public sealed class Shop;
            [Schema({{tablesSchema}})] public sealed class Landing;
            [Schema(MaxExtensionDays = 90)] public sealed class Kept;
            [Table<Kept>] public sealed class RawSales { public string? Id { get; init; } }
            [Table<Landing>{{table}}] public sealed class RawLines { public string? Id { get; init; } public string? Name { get; init; } }
            [View<Shop>] public sealed class Lines { public string? Id { get; init; } [Define] static Query<Lines> Of(Query<RawLines> raw) => from r in raw select new Lines { Id = r.Id }; }
            [View<Shop>] public sealed class SalesLines
            {
                public string? Id { get; init; }
                [Define] static Query<SalesLines> Of(Query<RawSales> sales, Query<Lines> lines) => from s in sales join l in lines on s.Id equals l.Id select new SalesLines { Id = s.Id };
            }
            [Warehouse] public sealed class Wh;
            [Stream] public sealed class SalesStream : Stream<SalesLines>;
            [Table<Shop>] public sealed class Sales
            {
                [BusinessKey] public string Id { get; init; }
                [Load] static Query<Sales> From(SalesStream raw) => from r in raw select new Sales { Id = r.Id.OrReject() };
            }
            [RootTask<Shop, Wh>(Cron = "30 4 * * SUN UTC")] public sealed class Root;
            [Task, After<Root>, Runs<Sales>] public sealed class LoadSales;
            """);
        var told = ModelText.Analyze(compilation, new ModelAnalyzer()).Where(d => d.Id == "PL0407").Select(d => d.GetMessage(System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(message is null ? [] : [message], told);
    }
}
