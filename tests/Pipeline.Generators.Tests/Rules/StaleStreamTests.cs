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
}
