using Pipeline.Catalog;
using Pipeline.Engine.Tests.Faults;
using Pipeline.Testing;

namespace Pipeline.Engine.Tests.Tasks;

/// <summary>Layers, streams and tasks of the sample, each by its name: what it is in the SQL, and what it does in a run.</summary>
public sealed class RetailObjectsTests
{
    private static readonly Lazy<LocalPipeline> Ran = new(() =>
    {
        var pipeline = LocalPipeline.Open(Retail.Catalog, new LocalOptions());
        var (folder, at) = Retail.Deliveries[0];
        pipeline.Deliver(folder, at);
        pipeline.Run(at);
        return pipeline;
    });

    [Theory]
    [InlineData("LANDING", "", 7, "INSERT, UPDATE, DELETE, TRUNCATE ON ALL TABLES IN SCHEMA LANDING TO ROLE LOADER;")]
    [InlineData("STAGING", "TRANSIENT ", 1, "INSERT, UPDATE, DELETE, TRUNCATE ON ALL TABLES IN SCHEMA STAGING TO ROLE TRANSFORMER;")]
    [InlineData("CURATED", "", 90, "INSERT, UPDATE, DELETE, TRUNCATE ON ALL TABLES IN SCHEMA CURATED TO ROLE TRANSFORMER;")]
    [InlineData("ANALYTICS", "", 1, "SELECT ON ALL VIEWS IN SCHEMA ANALYTICS TO ROLE ANALYST;")]
    public void Layer_keeps_its_past_and_is_granted_to_its_role(string name, string transient, int days, string grant)
    {
        Assert.Contains($"CREATE {transient}SCHEMA IF NOT EXISTS {name}\n    DATA_RETENTION_TIME_IN_DAYS = {days}\n", Sql($"{name}/schema.sql"));
        Assert.Contains("GRANT " + grant, Sql($"{name}/grants.sql"));
    }

    [Theory]
    [InlineData("STG_SALES_STREAM", "STG_SALES", "SP_LOAD_FACT_SALES")]
    [InlineData("STG_PRODUCTS_STREAM", "STG_PRODUCTS", "SP_LOAD_DIM_PRODUCT")]
    [InlineData("STG_CUSTOMERS_STREAM", "STG_CUSTOMERS", "SP_LOAD_DIM_CUSTOMER")]
    [InlineData("STG_INVENTORY_STREAM", "STG_INVENTORY", "SP_LOAD_FACT_INVENTORY")]
    public void Stream_follows_its_table_and_is_read_to_its_end_by_its_load(string name, string table, string load)
    {
        Assert.Contains($"CREATE STREAM IF NOT EXISTS STAGING.{name}\n    ON TABLE STAGING.{table}", Sql($"STAGING/streams/{name}.sql"));
        Assert.Contains($"STAGING.{name}", Sql($"CURATED/procedures/{load}.sql"));
        Assert.NotEqual("0", Ran.Value.Query($"SELECT COUNT(*) FROM STAGING.{table}").ToString());
        Assert.Equal("", Ran.Value.Rows(new("STAGING", name)).ToString());
    }

    [Theory]
    [InlineData("LOAD_CUSTOMERS", "STAGING.STG_CUSTOMERS")]
    [InlineData("LOAD_PRODUCTS", "STAGING.STG_PRODUCTS")]
    [InlineData("LOAD_SALES", "STAGING.STG_SALES")]
    [InlineData("LOAD_DIM_CUSTOMER", "CURATED.DIM_CUSTOMER")]
    [InlineData("LOAD_DIM_PRODUCT", "CURATED.DIM_PRODUCT")]
    [InlineData("LOAD_DIM_STORE", "CURATED.DIM_STORE")]
    [InlineData("LOAD_FACT_SALES", "CURATED.FACT_SALES")]
    [InlineData("REFRESH_MVS", "ANALYTICS.AGG_MONTHLY_REVENUE")]
    public void Task_waits_for_its_predecessors_and_fills_its_table(string name, string table)
    {
        var task = Retail.Catalog.Find<TaskObject>(new("ETL", name))!;
        var sql = Sql($"ETL/tasks/{name}.sql");
        Assert.Contains($"CREATE OR ALTER TASK ETL.{name}\n", sql);
        Assert.NotEmpty(task.After);
        Assert.All(task.After, before => Assert.Contains(before.ToString(), sql[sql.IndexOf("AFTER", StringComparison.Ordinal)..]));
        Assert.Contains(new QualifiedName(table.Split('.')[0], table.Split('.')[1]), task.Runs);
        Assert.NotEqual("0", Ran.Value.Query($"SELECT COUNT(*) FROM {table}").ToString());
    }

    private static string Sql(string path) => File.ReadAllText(RepositoryRoot.File(["samples", "RetailModel", "sql", .. path.Split('/')])).ReplaceLineEndings("\n");
}
