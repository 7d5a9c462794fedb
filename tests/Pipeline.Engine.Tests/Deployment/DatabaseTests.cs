using Pipeline.Catalog;
using static Pipeline.Engine.Tests.Tables;

namespace Pipeline.Engine.Tests.Deployment;

public sealed class DatabaseTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("pipeline-database-").FullName;

    private LocalOptions Kept => new() { DatabaseFile = Path.Combine(folder, "kept", "local.duckdb") };

    [Fact]
    public void Kept_database_goes_on_where_it_was()
    {
        using (var run = new ShopRun(options: Kept)) run.Deliver("7,GOLD,2024-02-01 00:00:00\n", "1,7,10.50,2024-02-03 10:00:00\n");
        using (var run = new ShopRun(options: Kept))
        {
            Assert.All(run.Run().Loads, l => Assert.Equal(0, l.RowsRead));
            Assert.Equal("1", run.Rows("CURATED.FACT_ORDERS", "COUNT(*)"));
            Assert.Equal("366", run.Rows("CURATED.DIM_DATE WHERE DATE_KEY > 0", "COUNT(*)"));
            Assert.Equal("1", run.Rows("CURATED.DIM_CUSTOMER WHERE CUSTOMER_KEY = -1", "COUNT(*)"));
        }
    }

    [Fact]
    public void Plain_duckdb_reads_a_kept_database_with_its_streams()
    {
        using (var run = new ShopRun(options: Kept)) run.Put(orders: "1,7,10.50,2024-02-03 10:00:00\n");
        using var connection = new DuckDB.NET.Data.DuckDBConnection($"DataSource={Kept.DatabaseFile}");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT COUNT(*) FROM STAGING.STG_ORDERS_STREAM";
        Assert.Equal(0L, command.ExecuteScalar());
    }

    [Fact]
    public void Database_file_called_as_a_schema_is_refused_before_it_is_made()
    {
        var options = new LocalOptions { DatabaseFile = Path.Combine(folder, "s.local.duckdb") };
        var error = Assert.Throws<EngineException>(() => LocalPipeline.Open(OneTable(Text("A")), options));
        Assert.EndsWith("s.local.duckdb is called as the schema S is, and DuckDB can't tell the two apart: name another file with --database.", error.Message, StringComparison.Ordinal);
        Assert.False(File.Exists(options.DatabaseFile));
    }

    [Fact]
    public void Database_that_is_no_database_is_refused_in_words()
    {
        var file = Path.Combine(folder, "text.duckdb");
        File.WriteAllText(file, "This is a text of some length, and no database at all. It goes on and on. " + new string('x', 5000));
        var error = Assert.Throws<EngineException>(() => LocalPipeline.Open(OneTable(Text("A")), new() { DatabaseFile = file }));
        Assert.Contains("can't be opened as a DuckDB database", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void New_table_and_new_stream_are_added_to_a_kept_database()
    {
        using (var pipeline = LocalPipeline.Open(OneTable(Text("A")), Kept)) pipeline.Query("INSERT INTO S.T VALUES ('a')");
        using var later = LocalPipeline.Open(
            Compiled([.. OneTable(Text("A")).Objects, Table("S.NEW", Text("A")), Stream("S.CHANGES", "S.T")]), Kept);
        Assert.Equal("", later.Query("SELECT A FROM S.CHANGES").ToString());
        Assert.Equal("", later.Query("SELECT A FROM S.NEW").ToString());
    }

    [Fact]
    public void Object_with_a_finding_does_not_run()
    {
        var broken = OneTable(Text("A")).Objects.Select(o => o is TableObject ? o with { Findings = [new("PL0201", "no columns")] } : o);
        var error = Assert.Throws<EngineException>(() => LocalPipeline.Open(new(broken.ToEquatableArray()), new()));
        Assert.Equal("S.T can't run: PL0201: no columns", error.Message);
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private static CompiledCatalog OneTable(params Column[] columns) => Compiled(Schema("S"), Table("S.T", columns));
}
