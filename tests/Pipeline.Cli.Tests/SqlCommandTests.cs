namespace Pipeline.Cli.Tests;

public sealed class SqlCommandTests
{
    [Fact]
    public void Table_is_shown_with_its_loads_as_a_local_run_executes_them()
    {
        using var model = new ModelOnDisk();
        Assert.Equal(0, model.Pipeline("sql", "DimCustomer", "--dialect", "duckdb", "--model", model.Folder));
        Assert.StartsWith("CREATE SEQUENCE IF NOT EXISTS CURATED.DIM_CUSTOMER_SEQ;", model.Output, StringComparison.Ordinal);
        Assert.Contains("CREATE TABLE IF NOT EXISTS CURATED.DIM_CUSTOMER (", model.Output, StringComparison.Ordinal);
        Assert.Contains("BEGIN TRANSACTION;", model.Output, StringComparison.Ordinal);
        Assert.EndsWith("COMMIT;\n", model.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Table_is_shown_with_its_procedure_as_it_is_deployed()
    {
        using var model = new ModelOnDisk();
        Assert.Equal(0, model.Pipeline("sql", "CURATED.DIM_CUSTOMER", "--model", model.Folder));
        Assert.Contains("CREATE TABLE IF NOT EXISTS CURATED.DIM_CUSTOMER (", model.Output, StringComparison.Ordinal);
        Assert.Contains("PROCEDURE CURATED.SP_LOAD_DIM_CUSTOMER", model.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Procedure_is_found_by_its_own_name()
    {
        using var model = new ModelOnDisk();
        Assert.Equal(0, model.Pipeline("sql", "sp_load_stg_orders", "--dialect", "duckdb", "--model", model.Folder));
        Assert.Contains("MERGE INTO STAGING.STG_ORDERS", model.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("CREATE TABLE", model.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Object_that_a_local_run_does_without_says_so()
    {
        using var model = new ModelOnDisk();
        Assert.Equal(0, model.Pipeline("sql", "ETL.ROOT", "--dialect", "duckdb", "--model", model.Folder));
        Assert.Equal("-- The engine runs ETL.ROOT itself, in the order of its graph.\n", model.Output);
    }
}
