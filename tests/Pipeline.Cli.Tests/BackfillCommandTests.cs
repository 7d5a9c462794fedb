using System.Text.RegularExpressions;
using Pipeline.Engine;
using Pipeline.Engine.Tests;
using Pipeline.Testing;

namespace Pipeline.Cli.Tests;

public sealed partial class BackfillCommandTests
{
    [Fact]
    public void Script_is_written_to_the_file_and_nothing_is_run()
    {
        using var model = new ModelOnDisk();
        var file = Path.Combine(model.Folder, "backfill.sql");
        Assert.Equal(0, model.Pipeline("backfill", model.Folder, "DimCustomer", "--from", "2024-01-01", "--until", "2024-03-01", "--output", file));
        Assert.Equal("", model.Output);
        Assert.Equal($"{file} is written; review it before it is run.\n", model.Error);
        Assert.StartsWith("-- A backfill of CURATED.DIM_CUSTOMER by `pipeline backfill`", File.ReadAllText(file), StringComparison.Ordinal);
    }

    [Fact]
    public void Local_database_gets_its_rows_back()
    {
        using var model = new ModelOnDisk();
        Assert.Equal(0, model.Run());
        using (var pipeline = LocalPipeline.Open(Shop.Catalog, new() { DatabaseFile = Path.Combine(model.Folder, "obj", "pipeline", "local.duckdb") }))
        {
            pipeline.Query("UPDATE CURATED.DIM_CUSTOMER SET SEGMENT = 'LOST' WHERE CUSTOMER_ID = 7");
        }

        Assert.Equal(0, model.Pipeline("backfill", model.Folder, "CURATED.DIM_CUSTOMER", "--from", "2024-01-01", "--run"));
        Assert.Contains("CURATED.DIM_CUSTOMER had", model.Output, StringComparison.Ordinal);
        Assert.Equal(0, model.Pipeline("query", model.Folder, "SELECT COUNT(*) AS N FROM CURATED.DIM_CUSTOMER WHERE SEGMENT = 'LOST'"));
        Assert.Matches(@"N\s+0\s+1 row", model.Output);
    }

    [Fact]
    public void Rows_that_a_wrong_rule_rejected_are_loaded_when_the_rule_is_right()
    {
        const string Sales = "SELECT COUNT(*) AS V FROM STAGING.STG_SALES";
        const string Rejects = "SELECT COUNT(*) AS V FROM STAGING.REJECTED_STG_SALES";
        var manifest = File.ReadAllText(RepositoryRoot.File("samples", "RetailModel", "sql", "manifest.json"));
        using var undisturbed = RetailOnDisk(manifest);
        Assert.True(undisturbed.Run() == 0, undisturbed.Error);
        var (sales, rejects) = (Value(undisturbed, Sales), Value(undisturbed, Rejects));

        // No product's id has three letters, so the wrong rule rejects every line that was delivered, some of them twice.
        using var model = RetailOnDisk(manifest.Replace("[A-Z]{2}-[0-9]{4}", "[A-Z]{3}-[0-9]{4}", StringComparison.Ordinal));
        model.Run();
        Assert.Equal(0, Value(model, Sales));
        var lines = Value(model, "SELECT COUNT(*) AS V FROM LANDING.RAW_SALES");
        Assert.Equal(lines, Value(model, Rejects));
        Assert.True(sales > 0 && rejects > 0 && lines >= sales + rejects);

        model.Write("sql/manifest.json", manifest);
        Assert.True(model.Pipeline("backfill", model.Folder, "STAGING.STG_SALES", "--from", "2024-01-01", "--run") == 0, model.Error);
        Assert.Equal(sales, Value(model, Sales));

        // What was rejected stays on record under its run; the backfill's has those alone that the right rule rejects too.
        const string Backfilled = " WHERE RUN_ID LIKE 'BACKFILL%'";
        Assert.Equal(rejects, Value(model, Rejects + Backfilled));
        Assert.Equal(lines, Value(model, Rejects + Backfilled.Replace(" LIKE ", " NOT LIKE ", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData(2, "Option '--from' is required.", "DimCustomer")]
    [InlineData(2, "--from 'soon' is no time", "DimCustomer", "--from", "soon")]
    [InlineData(2, "--until 2024-01-01 isn't after --from 2024-02-01", "DimCustomer", "--from", "2024-02-01", "--until", "2024-01-01")]
    [InlineData(2, "leave out --run or --output", "DimCustomer", "--from", "2024-02-01", "--run", "--output", "x.sql")]
    [InlineData(2, "local.duckdb yet; 'pipeline run' makes it.", "DimCustomer", "--from", "2024-02-01", "--run")]
    [InlineData(2, "The model has nothing called Nothing to show.", "Nothing", "--from", "2024-02-01")]
    [InlineData(1, "is copied from files", "LANDING.RAW_CUSTOMERS", "--from", "2024-02-01")]
    public void What_cannot_be_done_is_told(int code, string told, params string[] args)
    {
        using var model = new ModelOnDisk();
        Assert.Equal(code, model.Pipeline(["backfill", model.Folder, .. args]));
        Assert.Contains(told, model.Error, StringComparison.Ordinal);
        Assert.Equal("", model.Output);
    }

    [Fact]
    public void Page_of_the_reference_shows_what_the_command_writes()
    {
        using var model = new ModelOnDisk();
        model.Write("sql/manifest.json", File.ReadAllText(RepositoryRoot.File("samples", "RetailModel", "sql", "manifest.json")));
        model.Write("pipeline.yml", File.ReadAllText(RepositoryRoot.File("samples", "RetailModel", "pipeline.yml")));
        var file = RepositoryRoot.File("docs", "reference", "backfill.md");
        var page = File.ReadAllText(file).ReplaceLineEndings("\n");
        var written = Example().Replace(page, example =>
        {
            model.Pipeline(["backfill", model.Folder, .. example.Groups["arguments"].Value.Split(' ')]);
            var head = model.Output.Split("\nEXECUTE IMMEDIATE")[0].TrimEnd();
            return $"```\n$ pipeline backfill samples/RetailModel {example.Groups["arguments"].Value}\n{head}{model.Error.TrimEnd()}\n```";
        });

        Assert.NotEmpty(Example().Matches(page));
        if (Environment.GetEnvironmentVariable("PIPELINE_ACCEPT") == "1") File.WriteAllText(file, written);
        else Assert.Equal(written, page);
    }

    private static ModelOnDisk RetailOnDisk(string manifest)
    {
        var model = new ModelOnDisk();
        Directory.Delete(Path.Combine(model.Folder, "data"), recursive: true);
        var delivery = RepositoryRoot.File("samples", "RetailModel", "data", "2024-01-15T06-00");
        foreach (var file in Directory.EnumerateFiles(delivery, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(model.Folder, "data", "2024-01-15T06-00", Path.GetRelativePath(delivery, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        model.Write("sql/manifest.json", manifest);
        model.Write("pipeline.yml", File.ReadAllText(RepositoryRoot.File("samples", "RetailModel", "pipeline.yml")));
        return model;
    }

    private static int Value(ModelOnDisk model, string sql)
    {
        Assert.True(model.Pipeline("query", model.Folder, sql) == 0, model.Error);
        return int.Parse(Single().Match(model.Output).Groups["value"].Value, System.Globalization.CultureInfo.InvariantCulture);
    }

    [GeneratedRegex(@"(?<value>\d+)\s+1 row")]
    private static partial Regex Single();

    [GeneratedRegex(@"```\n\$ pipeline backfill samples/RetailModel (?<arguments>[^\n]+)\n.*?```", RegexOptions.Singleline)]
    private static partial Regex Example();
}
