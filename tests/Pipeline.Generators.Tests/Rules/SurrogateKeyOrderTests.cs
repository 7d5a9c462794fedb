using Microsoft.CodeAnalysis;
using Pipeline.Generators.Tests.Queries;

namespace Pipeline.Generators.Tests.Rules;

/// <summary>What a query may do with a surrogate key, and what takes it for a number.</summary>
public sealed class SurrogateKeyOrderTests
{
    private const string Dimension = """
        #pragma warning disable CS8618
        [Dimension<Shop>(Scd.Type1)]
        public sealed class DimShop
        {
            [SurrogateKey] public long ShopKey { get; init; }
            [BusinessKey] public string Id { get; init; }
            [Load] static Query<DimShop> From(Query<Customer> customers) => from c in customers select new DimShop { Id = c.Name };
        }
        """;

    [Theory]
    [InlineData("from d in shops.LatestBy(d => d.Id, d => d.ShopKey) select new Row { Key = d.ShopKey }")]
    [InlineData("from d in shops from e in shops.Where(e => e.Id == d.Id && e.ShopKey < d.ShopKey) select new Row { Key = d.ShopKey }")]
    [InlineData("from d in shops select new Row { Key = d.ShopKey + 1 }")]
    [InlineData("from d in shops where d.ShopKey == shops.Max(e => e.ShopKey) select new Row { Key = d.ShopKey }")]
    public void Key_that_is_taken_for_a_number_is_told(string query) => Assert.Equal(["PL0330"], Told(query));

    [Theory]
    [InlineData("from d in shops where d.ShopKey > 0 select new Row { Key = d.ShopKey }")]
    [InlineData("from d in shops from e in shops.Where(e => e.ShopKey == d.ShopKey) select new Row { Key = d.ShopKey }")]
    [InlineData("from d in shops.LatestBy(d => d.Id, d => (d.Id, d.ShopKey)) select new Row { Key = d.ShopKey }")]
    [InlineData("from d in shops orderby d.ShopKey select new Row { Key = d.ShopKey }")]
    [InlineData("from d in shops group d by d.Id into g select new Row { Key = g.Max(d => d.ShopKey) }")]
    public void Key_that_finds_or_tells_apart_is_not(string query) => Assert.Empty(Told(query));

    private static IEnumerable<string> Told(string query)
    {
        var compilation = ModelText.Compile(QueryText.Tables, Dimension, QueryText.ViewText("long? Key", "Query<DimShop> shops", query, ""));
        return ModelText.Analyze(compilation, new ModelAnalyzer()).Where(d => d.Id == "PL0330" || (d.Id.StartsWith("PL", StringComparison.Ordinal) && d.DefaultSeverity == DiagnosticSeverity.Error)).Select(d => d.Id);
    }
}
