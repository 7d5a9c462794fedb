using System.Globalization;
using System.Text;
using Pipeline.Catalog;

namespace Pipeline.Engine.Tests;

public sealed class DeterminismTests
{
    private static readonly string[] Tables =
    [
        "LANDING.RAW_CUSTOMERS", "LANDING.RAW_ORDERS", "STAGING.STG_CUSTOMERS", "STAGING.STG_ORDERS", "STAGING.REJECTED_STG_ORDERS",
        "CURATED.DIM_CUSTOMER", "CURATED.FACT_ORDERS", "ANALYTICS.TOTALS", "PIPELINE.LOAD_RUNS", "PIPELINE.QUALITY_METRICS",
    ];

    [Fact]
    public void Same_files_give_the_same_rows_in_the_same_order_with_the_same_keys()
    {
        // More rows than one thread of DuckDB takes at once.
        var customers = Lines(130_000, i => $"{i % 60_000},{"ABCD"[i % 4]},2024-0{1 + (i / 60_000)}-01 00:00:{i % 60:00}");
        var orders = Lines(150_000, i => $"{i},{i * 7 % 70_000},{i % 1000}.{i % 100:00},2024-02-{1 + (i % 28):00} 10:00:00");
        Assert.Equal(Run(customers, orders), Run(customers, orders));
    }

    private static string Run(string customers, string orders)
    {
        using var run = new ShopRun();
        Assert.True(run.Deliver(customers, orders).Succeeded);
        Assert.True(run.Deliver(Lines(1000, i => $"{i},Z,2024-05-01 00:00:00"), Lines(1000, i => $"{i},{i},7.00,2024-05-02 00:00:00")).Succeeded);
        return string.Join('\n', Tables.Select(t => t + " " + run.Pipeline.Query(
            // The rows as they lie there: a hash over them in their order.
            $"SELECT COUNT(*), md5(string_agg(row::VARCHAR, '\n' ORDER BY place)) FROM (SELECT ROW({Columns(run, t)}) AS row, rowid AS place FROM {t})")));
    }

    private static string Columns(ShopRun run, string table) => string.Join(", ", run.Pipeline.Rows(QualifiedName.Parse(table), limit: 1).Columns);

    private static string Lines(int count, FormattableStringOf line)
    {
        var text = new StringBuilder();
        for (var i = 0; i < count; i++) text.Append(line(i).ToString(CultureInfo.InvariantCulture)).Append('\n');
        return text.ToString();
    }

    private delegate FormattableString FormattableStringOf(int number);
}
