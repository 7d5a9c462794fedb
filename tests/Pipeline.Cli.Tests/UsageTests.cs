namespace Pipeline.Cli.Tests;

public sealed class UsageTests
{
    [Theory]
    [InlineData("Required argument", "run")]
    [InlineData("no-such-command", "no-such-command")]
    [InlineData("There is no folder no/such/folder; name that of a model.", "run", "no/such/folder")]
    [InlineData("--nonsense", "run", ".", "--nonsense")]
    [InlineData("'oracle'", "sql", "X", "--dialect", "oracle")]
    public void Bad_command_line_is_told_in_words_with_exit_code_2(string told, params string[] args)
    {
        using var model = new ModelOnDisk();
        Assert.Equal(2, model.Pipeline(args));
        Assert.Contains(told, model.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", model.Error, StringComparison.Ordinal);
        Assert.Equal("", model.Output);
    }

    [Fact]
    public void Folder_without_a_model_is_told()
    {
        using var model = new ModelOnDisk();
        Assert.Equal(2, model.Pipeline("run", Path.Combine(model.Folder, "data")));
        Assert.Contains("manifest.json isn't there. Name the folder of a model", model.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Manifest_that_is_none_is_told()
    {
        using var model = new ModelOnDisk();
        model.Write("sql/manifest.json", "{\"format\":99}");
        Assert.Equal(2, model.Run());
        Assert.Contains("The manifest is of another format", model.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Unknown_table_to_preview_is_told_before_anything_runs()
    {
        using var model = new ModelOnDisk();
        Assert.Equal(2, model.Run("--preview", "NOWHERE"));
        Assert.StartsWith("The model has nothing called NOWHERE to show. It has: ", model.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Help_names_the_commands_and_the_exit_codes()
    {
        using var model = new ModelOnDisk();
        Assert.Equal(0, model.Pipeline("--help"));
        Assert.Contains("Exit codes: 0 done, 1 a task or a build failed, 2", model.Output, StringComparison.Ordinal);
        Assert.Contains("run <MODEL_DIR>", model.Output, StringComparison.Ordinal);
        Assert.Contains("sql <OBJECT>", model.Output, StringComparison.Ordinal);
        Assert.Contains("lineage <COLUMN>", model.Output, StringComparison.Ordinal);
        Assert.Contains("watch <MODEL_DIR>", model.Output, StringComparison.Ordinal);
    }
}
