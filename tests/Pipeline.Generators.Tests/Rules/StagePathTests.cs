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
        $"PL0846 '{path}' of 'RawSales' is a path that no COPY can name, which takes letters, digits and / _ - . = and no two dashes or slashes in a row; name a folder that it can, and choose among its files by Pattern",
        Findings(path));

    [Theory]
    [InlineData("")]
    [InlineData("/daily/")]
    [InlineData("year=2024/month=01/")]
    [InlineData("${env}/daily-sales_1.0/")]
    public void Path_that_one_takes_is_fine(string path) => Assert.DoesNotContain(Findings(path), f => f.StartsWith("PL0846", StringComparison.Ordinal));

    private static string[] Findings(string path) => CompiledModel.Of($$"""
        #pragma warning disable CS8618
        [Schema] public sealed class Shop;
        [CsvFormat<Shop>] public sealed class Csv;
        [Stage<Shop>("s3://retail/files/"), Format<Csv>] public sealed class Files;
        [Table<Shop>, CopyFrom<Files>(Path = "{{path}}")] public sealed class RawSales { public string? Id { get; init; } }
        """).Findings();
}
