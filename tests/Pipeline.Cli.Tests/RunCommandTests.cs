using System.Text.Json;

namespace Pipeline.Cli.Tests;

public sealed class RunCommandTests
{
    [Fact]
    public void Run_delivers_by_time_and_shows_tasks_quality_ledger_and_rows()
    {
        using var model = new ModelOnDisk();
        Assert.Equal(0, model.Run());

        Assert.Contains("Delivery 2024-03-01T06-00: 2 files, 4 rows", model.Output, StringComparison.Ordinal);
        Assert.Contains("Delivery 2024-03-02T06-00: 1 file, 1 row", model.Output, StringComparison.Ordinal);
        Assert.Matches(@"ETL\.STAGE +load STAGING\.STG_CUSTOMERS +2 +2 +2 +\d+\.\d\d s", model.Output);
        Assert.Matches(@"load CURATED\.DIM_CUSTOMER +1 +1 +1 +1 +\d", model.Output);
        Assert.Contains("Quality: 1 check, 1 with findings", model.Output, StringComparison.Ordinal);
        Assert.Matches(@"AmountIsPositive +STAGING\.STG_ORDERS +WARN +1 +2", model.Output);
        Assert.Contains("Ledger: every row read is loaded, rejected, deduplicated or filtered", model.Output, StringComparison.Ordinal);
        Assert.Contains("CURATED.DIM_CUSTOMER: 6 rows", model.Output, StringComparison.Ordinal);
        Assert.Matches(@"BLACK +2024-03-01 +true", model.Output);
    }

    [Fact]
    public void Progress_goes_to_the_error_stream_and_no_colour_without_a_terminal()
    {
        using var model = new ModelOnDisk();
        model.Run();
        Assert.Matches(@"^Delivery 2024-03-01T06-00\n  ok   ETL\.ROOT  \d", model.Error);
        Assert.DoesNotContain('\u001b', model.Error);
        Assert.DoesNotContain('\u001b', model.Output);
    }

    [Fact]
    public void Second_run_with_nothing_new_says_so_and_changes_nothing()
    {
        using var model = new ModelOnDisk();
        model.Run();
        var before = Tables(model.Output);
        Assert.Equal(0, model.Run());
        Assert.Contains("Nothing new: 2 deliveries loaded before. Nothing was changed.", model.Output, StringComparison.Ordinal);
        Assert.Equal(before, Tables(model.Output));
    }

    [Fact]
    public void Third_run_with_a_new_delivery_processes_just_that()
    {
        using var model = new ModelOnDisk();
        model.Run();
        model.Write("data/2024-03-03T06-00/orders_3.csv", "ORDER_ID,CUSTOMER_ID,AMOUNT,ORDERED_AT\n3,7,1.00,2024-03-02 10:00:00\n");
        Assert.Equal(0, model.Run());
        Assert.DoesNotContain("2024-03-02T06-00", model.Output, StringComparison.Ordinal);
        Assert.Contains("Delivery 2024-03-03T06-00: 1 file, 1 row", model.Output, StringComparison.Ordinal);
        Assert.Contains("CURATED.FACT_ORDERS: 2 rows", model.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Field_that_is_spelled_otherwise_than_its_column_is_told()
    {
        using var model = new ModelOnDisk();
        model.Write("data/2024-03-01T06-00/orders_1.csv", "ORDER_ID,CustomerId,AMOUNT,ORDERED_AT\n1,7,10.50,2024-02-03 10:00:00\n");
        model.Run();
        Assert.Matches(@"orders_1\.csv: no column takes CustomerId, and LANDING\.\w+ gets nothing for CUSTOMER_ID; a field goes to the column of its name", model.Output);
    }

    [Fact]
    public void File_that_is_added_to_an_old_delivery_is_processed_too()
    {
        using var model = new ModelOnDisk();
        model.Run();
        model.Write("data/2024-03-01T06-00/orders_late.csv", "ORDER_ID,CUSTOMER_ID,AMOUNT,ORDERED_AT\n3,7,1.00,2024-02-20 10:00:00\n");
        Assert.Equal(0, model.Run());
        Assert.Contains("Delivery 2024-03-01T06-00: 1 file, 1 row", model.Output, StringComparison.Ordinal);
        Assert.Contains("CURATED.FACT_ORDERS: 2 rows", model.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void File_of_one_name_in_two_deliveries_is_loaded_with_each_content_once()
    {
        using var model = new ModelOnDisk();
        model.Write("data/2024-03-01T06-00/orders_all.csv", "ORDER_ID,CUSTOMER_ID,AMOUNT,ORDERED_AT\n3,7,1.00,2024-02-20 10:00:00\n");
        model.Write("data/2024-03-02T06-00/orders_all.csv", "ORDER_ID,CUSTOMER_ID,AMOUNT,ORDERED_AT\n4,7,1.00,2024-02-20 10:00:00\n");
        model.Run();
        Assert.Contains("CURATED.FACT_ORDERS: 3 rows", model.Output, StringComparison.Ordinal);
        Assert.Equal(0, model.Run());
        Assert.Contains("Nothing new", model.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Fresh_begins_anew_with_the_same_result()
    {
        using var model = new ModelOnDisk();
        model.Run();
        var before = Tables(model.Output);
        Assert.Equal(0, model.Run("--fresh"));
        Assert.Contains("Delivery 2024-03-01T06-00", model.Output, StringComparison.Ordinal);
        Assert.Equal(before, Tables(model.Output));
    }

    [Fact]
    public void Fresh_deletes_no_file_that_is_no_database()
    {
        using var model = new ModelOnDisk();
        model.Write("notes.txt", "These are notes of mine.");
        var notes = Path.Combine(model.Folder, "notes.txt");
        Assert.Equal(2, model.Run("--fresh", "--database", notes));
        Assert.Contains("is no DuckDB database, so --fresh doesn't delete it", model.Error, StringComparison.Ordinal);
        Assert.True(File.Exists(notes));
    }

    [Fact]
    public void Folder_without_deliveries_is_one_delivery()
    {
        using var model = new ModelOnDisk();
        Assert.Equal(0, model.Run("--data", Path.Combine(model.Folder, "data", "2024-03-01T06-00", ".."), "--fresh"));
        model.Write("flat/orders_9.csv", "ORDER_ID,CUSTOMER_ID,AMOUNT,ORDERED_AT\n9,7,1.00,2024-03-02 10:00:00\n");
        Assert.Equal(0, model.Run("--data", Path.Combine(model.Folder, "flat"), "--fresh"));
        Assert.Contains("CURATED.FACT_ORDERS: 1 row", model.Output, StringComparison.Ordinal);
        Assert.Equal(0, model.Run("--data", Path.Combine(model.Folder, "flat")));
        Assert.Contains("Nothing new", model.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Json_is_for_programs()
    {
        using var model = new ModelOnDisk();
        Assert.Equal(0, model.Run("--json", "--preview", "DimCustomer"));
        using var json = JsonDocument.Parse(model.Output);
        Assert.True(json.RootElement.GetProperty("succeeded").GetBoolean());
        Assert.Equal(2, json.RootElement.GetProperty("runs").GetArrayLength());
        Assert.Equal("CURATED.DIM_CUSTOMER", json.RootElement.GetProperty("previews")[0].GetProperty("table").GetString());
    }

    [Fact]
    public void Preview_shows_what_is_asked_for()
    {
        using var model = new ModelOnDisk();
        Assert.Equal(0, model.Run("--preview", "stg_orders", "STAGING.REJECTED_STG_ORDERS"));
        Assert.Contains("STAGING.STG_ORDERS: 1 row", model.Output, StringComparison.Ordinal);
        Assert.Contains("STAGING.REJECTED_STG_ORDERS: 1 row", model.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("CURATED.FACT_ORDERS:", model.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Failed_run_says_which_task_and_why_and_is_tried_again_by_the_next()
    {
        using var model = new ModelOnDisk();
        var database = Path.Combine(model.Folder, "obj", "pipeline", "local.duckdb");
        model.Write("data/2024-03-01T06-00/orders_1.csv", "ORDER_ID,CUSTOMER_ID,AMOUNT,ORDERED_AT\n1,7,10.50,2024-02-03 10:00:00\n");
        model.Run();
        model.Write("data/2024-03-04T06-00/orders_4.csv", "ORDER_ID,CUSTOMER_ID,AMOUNT,ORDERED_AT\n4,7,1.00,2024-03-02 10:00:00\n");
        Sql(database, "ALTER TABLE CURATED.FACT_ORDERS RENAME TO HIDDEN");
        Assert.Equal(1, model.Run("--preview", "STG_ORDERS"));
        Assert.Contains("fail ETL.LOAD_ORDERS", model.Error, StringComparison.Ordinal);
        Assert.Contains("Delivery 2024-03-04T06-00: FAILED", model.Output, StringComparison.Ordinal);

        Sql(database, "ALTER TABLE CURATED.HIDDEN RENAME TO FACT_ORDERS");
        Assert.Equal(0, model.Run());
        Assert.Contains("Delivery 2024-03-04T06-00", model.Output, StringComparison.Ordinal);
        Assert.Contains("CURATED.FACT_ORDERS: 2 rows", model.Output, StringComparison.Ordinal);
    }

    internal static void Sql(string database, string sql)
    {
        using var connection = new DuckDB.NET.Data.DuckDBConnection($"DataSource={database}");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private static string Tables(string output) => output[output.IndexOf("CURATED.DIM_CUSTOMER:", StringComparison.Ordinal)..];
}
