using Pipeline.Catalog;

namespace Pipeline.Generators.Tests.Queries;

/// <summary>A key is looked up by a column of any type that has keys.</summary>
public sealed class KeyLookupTests
{
    [Theory]
    [InlineData("char", "char", "d.Code == s.Code")]
    [InlineData("char", "char?", "d.Code == s.Code")]
    [InlineData("char", "char", "s.Code == d.Code")]
    [InlineData("byte", "byte", "d.Code == s.Code")]
    [InlineData("short", "int", "d.Code == s.Code")]
    [InlineData("int", "long", "d.Code == s.Code")]
    [InlineData("Guid", "Guid", "d.Code == s.Code")]
    [InlineData("byte[]", "byte[]", "d.Code.SequenceEqual(s.Code)")]
    [InlineData("byte[]", "byte[]", "System.Linq.Enumerable.SequenceEqual(s.Code, d.Code)")]
    public void Key_of_any_type_is_looked_up_by_its_column(string key, string given, string match)
    {
        var lookup = Assert.IsType<KeyLookup>(Lookup(key, given, match).Load.Columns.Single(c => c.Name == "CODE_KEY").Value);
        var column = Assert.Single(lookup.Matches);
        Assert.Equal(("CODE", "CODE"), (column.Column, Assert.IsType<ColumnReference>(column.Value).Column));
    }

    [Theory]
    [InlineData("byte[]", "d.Code == s.Code", "PL0601 'd.Code == s.Code': == asks whether two arrays are the same one; write c => c.Hash.SequenceEqual(row.Hash)")]
    [InlineData("string", "d.Code.Equals(s.Code)", "PL0601 'd.Code.Equals(s.Code)': a key is found by equality; write c => c.Id == row.Id, joined by &&")]
    [InlineData("int", "d.Code + 1 == s.Code", "PL0601 'd.Code + 1 == s.Code': one side must be a column of the dimension; write c => c.Id == row.Id")]
    public void What_finds_no_key_is_told_with_the_way_out(string key, string match, string message) => Assert.Equal([message], Lookup(key, key, match).Findings);

    private static (SelectQuery Load, string[] Findings) Lookup(string key, string given, string match)
    {
        var model = CompiledModel.Of(Classes(key, given, match));
        return ((model.Object<FactObject>("SHOP.FACT_SALES").Loads.SingleOrDefault()?.Query as SelectQuery)!, model.Findings());
    }

    private static string Classes(string key, string given, string match) => $$"""
        #pragma warning disable CS8618
        [Schema] public sealed class Shop;
        [Table<Shop>] public sealed class Raw { public string Id { get; init; } public {{given}} Code { get; init; } }
        [Stream(Mode = StreamMode.AppendOnly)] public sealed class RawStream : Stream<Raw>;
        [Dimension<Shop>(Scd.Type1)] public sealed class DimCode
        {
            [SurrogateKey] public long CodeKey { get; init; }
            [BusinessKey] public {{key}} Code { get; init; }
        }
        [Fact<Shop>(FactKind.Transaction)] public sealed class FactSales
        {
            [Grain] public string Id { get; init; }
            [ForeignKey<DimCode>] public long CodeKey { get; init; }
            [Load] static Query<FactSales> From(RawStream raw, Query<DimCode> codes) => from s in raw select new FactSales { Id = s.Id, CodeKey = codes.KeyOf(d => {{match}}) };
        }
        """;
}
