namespace Pipeline.Generators.Tests.Rules;

/// <summary>Queries over the versions of a member, and what orders them.</summary>
public sealed class VersionTests
{
    private const string Model = """
        [Schema] public sealed class Shop;
        [Dimension<Shop>(Scd.Type2, History = History.Observed)] public sealed class DimStore
        {
            [SurrogateKey] public long StoreKey { get; init; }
            [BusinessKey] public string Id { get; init; }
            [Tracked] public string Region { get; init; }
            [ValidFrom, Sequence] public DateTime Since { get; init; }
            [ValidTo] public DateTime? Until { get; init; }
            [IsCurrent] public bool IsCurrent { get; init; }
        }
        [Table<Shop>] public sealed class Sales { public string StoreId { get; init; } public DateTime SoldAt { get; init; } }
        [View<Shop>] public sealed class Regions
        {
            public string Region { get; init; }
            [Define] static Query<Regions> Of(Query<Sales> sales, Query<DimStore> stores) => QUERY;
        }
        """;

    [Theory]
    [InlineData("from s in sales from d in stores where d.Id == s.StoreId && s.SoldAt >= d.Since && d.Until >= s.SoldAt select new Regions { Region = d.Region }")]
    [InlineData("from s in sales from d in stores where d.Id == s.StoreId && d.Since < s.SoldAt && s.SoldAt <= (d.Until ?? new DateTime(9999, 12, 31)) select new Regions { Region = d.Region }")]
    [InlineData("from s in sales where stores.Any(d => d.Id == s.StoreId && d.Since <= s.SoldAt && s.SoldAt <= d.Until) select new Regions { Region = s.StoreId }")]
    public void End_of_a_period_is_no_part_of_it(string query) => Assert.Equal(
        ["PL0335: 'Until' of 'DimStore' is where the next version begins, and compared with its end included a time finds both; compare it by <, or choose the version by AsOf(time)"], Told(query));

    [Theory]
    [InlineData("from s in sales from d in stores where d.Id == s.StoreId && s.SoldAt >= d.Since && d.Until > s.SoldAt select new Regions { Region = d.Region }")]
    [InlineData("from s in sales from d in stores.AsOf(s.SoldAt).Where(d => d.Id == s.StoreId) select new Regions { Region = d.Region }")]
    [InlineData("from d in stores where d.Until >= new DateTime(2024, 1, 1) select new Regions { Region = d.Region }")]
    public void Half_open_period_and_a_bound_alone_are_not_told(string query) => Assert.DoesNotContain(Told(query), t => t.StartsWith("PL0335", StringComparison.Ordinal));

    [Theory]
    [InlineData("[ValidFrom, Sequence] public DateTime Since", "[ValidFrom, Sequence] public DateTime? Since", "'Since' of 'DimStore' is [Sequence] and may be null")]
    [InlineData("public DateTime SoldAt", "[Sequence] public long? Position { get; init; } public DateTime SoldAt", "'Position' of 'Sales' is [Sequence] and may be null, and a change without it has no place among the others; make it 'long',")]
    public void What_orders_changes_is_never_missing(string code, string changed, string told) =>
        Assert.Contains(Told("from s in sales select new Regions { Region = s.StoreId }", code, changed), t => t.StartsWith("PL0337: " + told, StringComparison.Ordinal));

    [Fact]
    public void Document_that_is_tracked_by_default_is_told() => Assert.Equal(
        ["PL0336: 'Details' of 'DimStore' is a document, and one that is written otherwise and says the same would open a version; mark the columns that matter with [Tracked]"],
        Told("from s in sales select new Regions { Region = s.StoreId }", "[Tracked] public string Region", "public Variant? Details { get; init; } public string Region"));

    private static string[] Told(string query, string code = "QUERY", string? changed = null) => [.. ModelText
        .Analyze(ModelText.Compile("#pragma warning disable CS8618, CS8602, CS8620\n" + Model.Replace(code, changed ?? query, StringComparison.Ordinal).Replace("QUERY", query, StringComparison.Ordinal)), new ModelAnalyzer())
        .Where(d => d.Id is "PL0335" or "PL0336" or "PL0337").Select(d => $"{d.Id}: {d.GetMessage(null)}")];
}
