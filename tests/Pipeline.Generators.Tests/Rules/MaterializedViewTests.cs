namespace Pipeline.Generators.Tests.Rules;

/// <summary>A materialized view that Snowflake would refuse is refused where its C# says what is in the way.</summary>
public sealed class MaterializedViewTests
{
    private const string Model = """
        #pragma warning disable CS8618
        [Schema] public sealed class Shop;
        [Table<Shop>] public sealed class Sales { public string Id { get; init; } public string Region { get; init; } public decimal Amount { get; init; } }
        [Table<Shop>] public sealed class Stores { public string Region { get; init; } public string Manager { get; init; } }
        """;

    private const string Kept = "[MaterializedView<Shop>] public sealed class Kept { public string Name { get; init; } public decimal Value { get; init; } [Define] static Query<Kept> Of(";

    [Theory]
    [InlineData("PL0750", "join", "Query<Sales> sales, Query<Stores> stores) => from s in sales join t in stores on s.Region equals t.Region group s by t.Manager into g select new Kept { Name = g.Key, Value = g.Sum(s => s.Amount) };")]
    [InlineData("PL0750", "Concat", "Query<Sales> sales) => sales.Select(s => new Kept { Name = s.Id, Value = s.Amount }).Concat(sales.Select(s => new Kept { Name = s.Region, Value = s.Amount }));")]
    [InlineData("PL0751", "where", "Query<Sales> sales) => from s in sales group s by s.Region into g where g.Count() > 1 select new Kept { Name = g.Key, Value = g.Sum(s => s.Amount) };")]
    [InlineData("PL0751", "Take", "Query<Sales> sales) => sales.OrderBy(s => s.Amount).Take(3).Select(s => new Kept { Name = s.Id, Value = s.Amount });")]
    [InlineData("PL0752", "CountDistinct", "Query<Sales> sales) => from s in sales group s by s.Region into g select new Kept { Name = g.Key, Value = g.CountDistinct(s => s.Id) };")]
    [InlineData("PL0752", "Last", "Query<Sales> sales) => from s in sales group s by s.Region into g select new Kept { Name = g.Key, Value = g.Last(s => s.Amount, s => s.Id) };")]
    [InlineData("PL0754", "by", "Query<Sales> sales) => from s in sales group s by s.Region into g select new Kept { Name = g.Min(s => s.Id), Value = g.Sum(s => s.Amount) };")]
    public void Limit_is_shown_at_the_word_that_breaks_it(string rule, string word, string query)
    {
        var problem = Assert.Single(Problems(Model + Kept + query + " }"), p => p.Id == rule);
        Assert.Equal(word, problem.Location.SourceTree!.GetText().ToString(problem.Location.SourceSpan));
    }

    [Theory]
    [InlineData("Query<Sales> sales) => from s in sales where s.Amount > 0 group s by s.Region into g select new Kept { Name = g.Key, Value = g.Sum(s => s.Amount) };")]
    [InlineData("Query<Sales> sales) => from s in sales where s.Amount > 0 select new Kept { Name = s.Id.ToUpperInvariant(), Value = s.Amount * 2 };")]
    public void One_table_filtered_and_grouped_is_taken(string query) => Assert.Empty(Problems(Model + Kept + query + " }"));

    [Fact]
    public void Table_whose_rows_a_policy_filters_has_no_materialized_view() => Assert.Contains(
        Problems("""
            #pragma warning disable CS8618
            [Schema] public sealed class Shop;
            [Role] public sealed class Boss;
            [RowAccessPolicy<Shop>] public sealed class Filter { [Allow] static bool May(string region) => Sql.IsRoleInSession<Boss>(); }
            [Table<Shop>, RowAccess<Filter>(nameof(Region))] public sealed class Sales { public string Id { get; init; } public string Region { get; init; } }
            [MaterializedView<Shop>] public sealed class Kept { public string Id { get; init; } [Define] static Query<Kept> Of(Query<Sales> sales) => from s in sales select new Kept { Id = s.Id }; }
            """), p => p.Id == "PL0755" && p.GetMessage(null).Contains("has a row access policy", StringComparison.Ordinal));

    [Fact]
    public void Stream_on_a_materialized_view_is_refused() => Assert.Contains(
        Problems(Model + Kept + "Query<Sales> sales) => from s in sales select new Kept { Name = s.Id, Value = s.Amount }; }\n[Stream] public sealed class KeptStream : Stream<Kept>;"),
        p => p.Id == "PL0410" && p.GetMessage(null).Contains("is a materialized view", StringComparison.Ordinal));

    private static List<Microsoft.CodeAnalysis.Diagnostic> Problems(string model) =>
        [.. ModelText.Analyze(ModelText.Compile(model), new ModelAnalyzer()).Where(d => d.Id.StartsWith("PL", StringComparison.Ordinal))];
}
