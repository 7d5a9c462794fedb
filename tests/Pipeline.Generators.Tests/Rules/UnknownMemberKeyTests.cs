using Pipeline.Catalog;

namespace Pipeline.Generators.Tests.Rules;

/// <summary>The rows that stand for none have keys that no member and no other of them has.</summary>
public sealed class UnknownMemberKeyTests
{
    [Theory]
    [InlineData("[BusinessKey] public Way Key { get; init; }", "Key = Way.UNKNOWN", "Key = Way.UNKNOWN", "'Unknown' gives row -1 of 'DimWay' the key 'UNKNOWN', which a member has too; leave 'Key' out of it, then row -1 has a key of its own")]
    [InlineData("[BusinessKey] public Way Key { get; init; } [BusinessKey] public bool IsOpen { get; init; }", "IsOpen = true, Key = Way.Web", "Key = Way.Web", "'Unknown' gives row -1 of 'DimWay' the key 'Web', 'true', which a member has too; leave 'Key' and 'IsOpen' out of it, then row -1 has a key of its own")]
    [InlineData("[BusinessKey] public int Key { get; init; }", "Key = -3", "Key = -3", "'Unknown' gives row -1 of 'DimWay' the key '-3', which is that of row -3; leave 'Key' out of it, then row -1 has a key of its own")]
    [InlineData("[BusinessKey] public string Key { get; init; }", "Key = \"NOT APPLICABLE\"", "Key = \"NOT APPLICABLE\"", "'Unknown' gives row -1 of 'DimWay' the key 'NOT APPLICABLE', which is that of row -2; leave 'Key' out of it, then row -1 has a key of its own")]
    public void Key_of_another_row_is_told_where_it_is_said(string key, string values, string where, string message)
    {
        var problem = Assert.Single(Problems(key, values));
        Assert.Equal(message, problem.GetMessage(null));
        Assert.Equal(where, problem.Location.SourceTree!.GetText().ToString(problem.Location.SourceSpan));
    }

    [Theory]
    [InlineData("[BusinessKey] public Way Key { get; init; }", "Name = \"none\"")]
    [InlineData("[BusinessKey] public Way Key { get; init; } [BusinessKey] public string Code { get; init; }", "Key = Way.Web")]
    [InlineData("[BusinessKey] public int Key { get; init; }", "Key = 0")]
    [InlineData("[BusinessKey] public string Key { get; init; } public Way Way { get; init; }", "Key = \"none\", Way = Way.Web")]
    public void Key_of_its_own_is_fine(string key, string values) => Assert.Empty(Problems(key, values));

    [Fact]
    public void Enum_that_has_the_words_leaves_the_rows_others()
    {
        var dimension = CompiledModel.Of(Classes("[BusinessKey] public Way Key { get; init; }", "Name = \"none\"")).Object<DimensionObject>("SHOP.DIM_WAY");
        Assert.Equal(["?", "NOT APPLICABLE", "!"], new[] { Member.Unknown, Member.NotApplicable, Member.Invalid }.Select(m => ((Literal)Members.KeyValues(dimension, m).Single()).Value));
    }

    private static IEnumerable<Microsoft.CodeAnalysis.Diagnostic> Problems(string key, string values) =>
        ModelText.Analyze(ModelText.Compile(Classes(key, values)), new ModelAnalyzer()).Where(d => d.Id == "PL0779");

    private static string Classes(string key, string values) => $$"""
        #pragma warning disable CS8618
        public enum Way { Shop, Web, UNKNOWN, INVALID }
        [Schema] public sealed class Shop;
        [Dimension<Shop>(Scd.Type1)]
        public sealed class DimWay
        {
            [SurrogateKey] public long DimKey { get; init; }
            {{key}}
            public string Name { get; init; }
            [UnknownMember] static DimWay Unknown() => new() { {{values}} };
        }
        """;
}
