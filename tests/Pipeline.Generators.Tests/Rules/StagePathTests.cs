namespace Pipeline.Generators.Tests.Rules;

/// <summary>A folder below a stage is one that a statement takes: what the build would refuse is told while typing.</summary>
public sealed class StagePathTests
{
    [Theory]
    [InlineData("daily sales/")]
    [InlineData("clicks /")]
    [InlineData("a--b/")]
    [InlineData("a//b/")]
    [InlineData("it's/")]
    [InlineData("${env}/a b/")]
    public void Path_that_no_statement_takes_is_told(string path) => Assert.Contains(
        $"PL0789 '{path}' of 'RawSales' can't stand below a stage: a path takes letters, digits and / _ - . = only, and no two slashes or dashes in a row; name a folder above it, and let Pattern choose the files",
        Findings(path));

    [Theory]
    [InlineData("")]
    [InlineData("/daily/")]
    [InlineData("year=2024/month=01/")]
    [InlineData("${env}/daily-sales_1.0/")]
    public void Path_that_one_takes_is_fine(string path) => Assert.DoesNotContain(Findings(path), f => f.StartsWith("PL0789", StringComparison.Ordinal));

    private static string[] Findings(string path) => CompiledModel.Of($$"""
        #pragma warning disable CS8618
        [Schema] public sealed class Shop;
        [CsvFormat<Shop>] public sealed class Csv;
        [Stage<Shop>("s3://retail/files/"), Format<Csv>] public sealed class Files;
        [Table<Shop>, CopyFrom<Files>(Path = "{{path}}")] public sealed class RawSales { public string? Id { get; init; } }
        """).Findings();
}
