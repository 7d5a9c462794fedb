using Pipeline.Generators.Reading;
using Pipeline.Generators.Reading.Memo;
using Pipeline.Catalog;

namespace Pipeline.Generators.Tests.Fuzz;

/// <summary>What is very large or very deep is read or refused; nothing overflows.</summary>
public sealed class LargeModelTests
{
    private const string Start = "#pragma warning disable CS8618\n[Schema] public sealed class S;\n[Table<S>] public sealed class A { public int N { get; init; } public string T { get; init; } }\n";

    [Theory]
    [InlineData("r.N", " + r.N", "")]
    [InlineData("(r.N", " + (r.N", ")")]
    [InlineData("-r.N", " - -r.N", "")]
    [InlineData("(r.N > 1 ? r.N", " : r.N > 2 ? r.N", " : 0)")]
    public void Expression_of_thousands_of_parts_is_refused_where_it_stands(string first, string more, string last)
    {
        var problem = Assert.Single(Read(View(first + string.Concat(Enumerable.Repeat(more, 3999)) + (last == ")" ? new string(')', 4000) : last))).Problems, p => p.Rule is "PL0601" or "PL0602");
        Assert.True(problem.Location.IsInSource);
    }

    [Fact]
    public void Expression_of_a_hundred_levels_is_read() =>
        Assert.Empty(Read(View(string.Concat(Enumerable.Repeat("(r.N + ", 100)) + "1" + new string(')', 100))).Problems);

    [Fact]
    public void Table_of_two_thousand_columns_is_read() => Assert.Equal(2000, Read(
        $"[Table<S>] public sealed class Wide {{ {string.Concat(Enumerable.Range(0, 2000).Select(i => $"public int C{i} {{ get; init; }} "))} }}").Objects.OfType<TableObject>().Single(t => t.Name.Name == "WIDE").Columns.Count);

    [Fact]
    public void Ten_thousand_tables_are_read() => Assert.Equal(10_000, ModelReading.Read(
        ModelText.Compile([Start, .. Enumerable.Range(0, 100).Select(f => string.Concat(Enumerable.Range(0, 100).Select(i => $"[Table<S>] public sealed class F{f}T{i} {{ public int N {{ get; init; }} public string T {{ get; init; }} }}\n")))]),
        new ReadingMemo(), CancellationToken.None).Objects.OfType<TableObject>().Count(t => t.Name.Name.StartsWith('F')));

    [Fact]
    public void Text_of_ten_megabytes_is_refused_in_few_words()
    {
        var problem = Assert.Single(Read($"[Table<S>(Name = \"{new string('X', 10_000_000)}\")] public sealed class T {{ public int N {{ get; init; }} }}").Problems);
        Assert.Equal("PL0105", problem.Rule);
        Assert.True(problem.Message.Length < 500);
        Assert.EndsWith("it has 10000000 characters, and Snowflake takes 255; shorten it", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Classes_within_classes_are_read() => Assert.Contains(
        Read(string.Concat(Enumerable.Range(0, 200).Select(i => $"public static class C{i} {{ ")) + "[Table<S>] public sealed class Deep { public int N { get; init; } }" + new string('}', 200)).Objects, o => o.Name.Name == "DEEP");

    private static string View(string value) =>
        $"[View<S>] public sealed class V {{ public int N {{ get; init; }} [Define] static Query<V> Of(Query<A> rows) => from r in rows select new V {{ N = {value} }}; }}";

    private static ModelReading Read(string model) => ModelReading.Read(ModelText.Compile(Start + model), new ReadingMemo(), CancellationToken.None);
}
