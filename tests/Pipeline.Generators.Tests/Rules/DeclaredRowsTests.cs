using Pipeline.Generators.Tests.Queries;

namespace Pipeline.Generators.Tests.Rules;

/// <summary>Rows that a model declares: each has all that its table asks for, and a key of its own.</summary>
public sealed class DeclaredRowsTests
{
    [Fact]
    public void Row_without_a_value_of_a_column_that_takes_no_null_is_told() => Assert.Equal(
        ["PL0601 'Name' has no value in this row; set it in each row"],
        Findings("[BusinessKey] public int Id { get; init; } public string Name { get; init; }", "new() { Id = 1 }"));

    [Fact]
    public void Columns_that_take_null_or_that_the_platform_fills_may_be_left_out() => Assert.Empty(
        Findings("[BusinessKey] public int Id { get; init; } public string? Name { get; init; } [LoadTime] public DateTime LoadedAt { get; init; }", "new() { Id = 1 }"));

    [Theory]
    [InlineData("new() { Id = 1, Name = \"a\" }, new() { Id = 1, Name = \"b\" }", "PL0332 'Rates' has two rows with Id = 1")]
    [InlineData("new() { Id = 1, Name = \"a\" }, new() { Id = 2, Name = \"a\" }, new() { Id = 1, Name = \"a\" }", "PL0332 'Rates' has two rows with Id = 1")]
    public void Two_rows_of_one_key_are_told(string rows, string message) => Assert.StartsWith(
        message, Assert.Single(Findings("[BusinessKey] public int Id { get; init; } public string Name { get; init; }", rows)));

    [Fact]
    public void Rows_differ_by_their_whole_key() => Assert.Empty(
        Findings("[BusinessKey] public int Id { get; init; } [BusinessKey] public string Name { get; init; }", "new() { Id = 1, Name = \"a\" }, new() { Id = 1, Name = \"b\" }"));

    [Fact]
    public void Rows_of_a_positional_record_are_read() => Assert.Empty(CompiledModel.Of("""
        [Schema] public sealed class Shop;
        [Table<Shop>] public sealed record Rates([property: BusinessKey, Varchar(3)] string Code, int Percent) { [Rows] internal static Rates[] Rows() => [new("DE", 19), new("FR", 20)]; }
        """).Findings());

    private static string[] Findings(string columns, string rows) => CompiledModel.Of(QueryText.Tables, $$"""
        #pragma warning disable CS8618
        [Table<Shop>] public sealed class Rates { {{columns}} [Rows] internal static Rates[] Rows() => [{{rows}}]; }
        """).Findings();
}
