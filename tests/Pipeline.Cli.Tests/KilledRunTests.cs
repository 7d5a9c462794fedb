using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace Pipeline.Cli.Tests;

public sealed class KilledRunTests
{
    [Theory]
    [InlineData("ETL.COPY_FILES")]
    [InlineData("ETL.LOAD_CUSTOMERS")]
    public void Run_that_is_killed_is_finished_by_the_next_as_if_nothing_had_been(string lastTask)
    {
        using var unbroken = WithManyRows();
        Assert.Equal(0, unbroken.Run());

        using var killed = WithManyRows();
        RunUntil(killed, $"  ok   {lastTask} ");
        Assert.True(killed.Run() == 0, killed.Error);
        Assert.Equal(Tables(unbroken), Tables(killed));
    }

    // What follows the task is at work when the process ends.
    private static void RunUntil(ModelOnDisk model, string line)
    {
        using var process = Process.Start(new ProcessStartInfo("dotnet", [typeof(ExitCodes).Assembly.Location, "run", model.Folder])
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        })!;
        while (process.StandardError.ReadLine() is { } told && !told.StartsWith(line, StringComparison.Ordinal))
        {
        }

        process.Kill();
        process.WaitForExit();
    }

    private static ModelOnDisk WithManyRows()
    {
        var model = new ModelOnDisk();
        var orders = new StringBuilder("ORDER_ID,CUSTOMER_ID,AMOUNT,ORDERED_AT\n");
        for (var i = 100; i < 10_000; i++) orders.Append(CultureInfo.InvariantCulture, $"{i},{i % 500},1.00,2024-02-20 10:00:00\n");
        model.Write("data/2024-03-01T06-00/orders_many.csv", orders.ToString());
        return model;
    }

    private static string Tables(ModelOnDisk model)
    {
        var database = Path.Combine(model.Folder, "obj", "pipeline", "local.duckdb");
        using var connection = new DuckDB.NET.Data.DuckDBConnection($"DataSource={database}");
        connection.Open();
        return string.Join("\n", new[]
        {
            "CUSTOMER_KEY, CUSTOMER_ID, SEGMENT, START_AT, END_AT FROM CURATED.DIM_CUSTOMER",
            "ORDER_ID, CUSTOMER_KEY, DATE_KEY, AMOUNT FROM CURATED.FACT_ORDERS",
            "ORDER_ID, CUSTOMER_ID, AMOUNT, ORDERED_AT FROM STAGING.STG_ORDERS",
            "RULE, REASON, SOURCE_FILE, SOURCE_ROW FROM STAGING.REJECTED_STG_ORDERS",
            "SEGMENT, ORDERS, AMOUNT FROM ANALYTICS.TOTALS",
        }.Select(table =>
        {
            using var command = connection.CreateCommand();
            command.CommandText = $"SELECT COUNT(*) || ' ' || md5(string_agg(line, ',' ORDER BY line)) FROM (SELECT ROW({table.Replace(" FROM ", ")::VARCHAR AS line FROM ", StringComparison.Ordinal)})";
            return (string)command.ExecuteScalar()!;
        }));
    }
}
