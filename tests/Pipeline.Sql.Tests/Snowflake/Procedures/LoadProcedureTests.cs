using Pipeline.Catalog;
using Pipeline.Testing;

namespace Pipeline.Sql.Tests;

/// <summary>The procedure of each kind of load, read as SQL; and the same statements for the local engine.</summary>
public sealed class LoadProcedureTests
{
    [Theory]
    [InlineData("STAGING.SP_LOAD_STG_CUSTOMERS")]
    [InlineData("CURATED.SP_LOAD_DIM_CUSTOMER")]
    [InlineData("CURATED.SP_LOAD_DIM_SEGMENT")]
    [InlineData("CURATED.SP_LOAD_FACT_VISITS")]
    [InlineData("STAGING.SP_LOAD_VISITS_LOG")]
    [InlineData("STAGING.SP_LOAD_SEGMENTS")]
    public void Each_kind_of_load_reads_as_written_here(string procedure)
    {
        var name = QualifiedName.Parse(procedure);

        VerifiedFile.ShouldHold(name.Name, ObjectScript.Snowflake(LoadKinds.Catalog, name)!);
        VerifiedFile.ShouldHold(name.Name + ".duckdb", ObjectScript.DuckDb(LoadKinds.Catalog, name)!);
    }

    [Theory]
    [InlineData("STAGING.SP_LOAD_STG_CUSTOMERS")]
    [InlineData("CURATED.SP_LOAD_DIM_CUSTOMER")]
    [InlineData("CURATED.SP_LOAD_FACT_VISITS")]
    public void Both_dialects_spell_the_same_list_of_statements(string procedure)
    {
        var name = QualifiedName.Parse(procedure);
        var purposes = LoadLowering.All(CatalogCompletion.Complete(LoadKinds.Catalog)).Where(l => l.Procedure == name)
            .SelectMany(l => l.Prepare.Concat(l.Transaction)).Select(s => "-- " + s.Purpose).ToList();

        foreach (var script in new[] { ObjectScript.Snowflake(LoadKinds.Catalog, name)!, ObjectScript.DuckDb(LoadKinds.Catalog, name)! })
        {
            var comments = script.Split('\n').Select(l => l.Trim()).Where(purposes.Contains);
            Assert.Equal(purposes, comments.Take(purposes.Count));
        }
    }

    [Fact]
    public void No_expected_text_outlives_its_test()
    {
        var folder = Path.Combine(RepositoryRoot.Path, "tests", "Pipeline.Sql.Tests");
        var procedures = LoadKinds.Catalog.All<TableObject>().Where(t => t.Loads.Count > 0).Select(t => LoadLowering.ProcedureOf(t.Name).Name);
        var expected = procedures.SelectMany(p => new[] { p, p + ".duckdb" }).Concat(["SP_COPY_CSV_BY_HEADER", "SP_COPY_JSON", "BACKFILL_DIM_SEGMENT", "GROWN_DIM_STORE"]).Order(StringComparer.Ordinal);

        var found = Directory.EnumerateFiles(folder, "*.verified.sql", SearchOption.AllDirectories).Select(f => Path.GetFileName(f).Replace(".verified.sql", "", StringComparison.Ordinal));

        Assert.Equal(expected, found.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Two_loads_of_a_table_are_two_transactions_of_one_procedure()
    {
        var table = LoadKinds.Catalog.Find<TableObject>(new("STAGING", "VISITS_LOG"))!;
        var twice = table with { Loads = [.. table.Loads, table.Loads[0] with { Method = "Again" }] };
        var catalog = new CompiledCatalog(LoadKinds.Catalog.Objects.Select(o => o == table ? twice : o).ToEquatableArray());

        var sql = ObjectScript.Snowflake(catalog, new("STAGING", "SP_LOAD_VISITS_LOG"))!;

        Assert.Equal(2, Count(sql, "\n    BEGIN TRANSACTION;"));
        Assert.Equal(2, Count(sql, "\n    COMMIT;"));
        Assert.Contains("    " + "rows_read".PadRight("violations_of_visits_are_recent".Length) + " := 0;", sql, StringComparison.Ordinal);
        Assert.Equal(1, Count(sql, "EXCEPTION (-20100"));
    }

    private static int Count(string text, string part) => text.Split(part).Length - 1;
}
