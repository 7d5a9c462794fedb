using Pipeline.Generators.Tests.Queries;

namespace Pipeline.Generators.Tests.Rules;

/// <summary>Loads of changes that would lose deletes, or keep what one run saw as if it were all.</summary>
public sealed class LoadLimitsTests
{
    [Theory]
    [InlineData("from s in sales.Distinct() select new Target { Id = s.OrderId }", "by groups, by distinct rows or in part")]
    [InlineData("from s in sales.Concat(all) select new Target { Id = s.OrderId }", "as a part of a set")]
    [InlineData("from s in sales from part in Sql.Unpivot((Kind: \"A\", s.Line), (Kind: \"B\", s.Line)) select new Target { Id = s.OrderId + part.Kind }", "makes several rows of one")]
    public void Load_that_is_to_follow_deletes_reads_row_by_row(string query, string message)
    {
        Assert.Contains(message, Assert.Single(Told(Table(query, ""))));
        Assert.Empty(Told(Table(query, "(Deletes = Deletes.Ignore)")));
    }

    [Theory]
    [InlineData("[Dimension<Shop>(Scd.Type1, Deletes = Deletes.Ignore)]", "[BusinessKey]")]
    [InlineData("[Fact<Shop>(FactKind.Transaction)]", "[Grain]")]
    public void Group_of_changes_is_no_member_and_no_fact(string kind, string key) => Assert.Contains("and not of all rows", Assert.Single(Told($$"""
        {{kind}} public sealed class Target
        {
            {{key}} public string Id { get; init; }
            public long Lines { get; init; }
            [Load] static Query<Target> From(SaleStream sales) => from s in sales group s by s.StoreId into g select new Target { Id = g.Key, Lines = g.Count() };
        }
        """)));

    private static string Table(string query, string settings) => $$"""
        [Table<Shop>{{settings}}] public sealed class Target
        {
            [BusinessKey] public string Id { get; init; }
            [Load] static Query<Target> From(SaleStream sales, Query<Sale> all) => {{query}};
        }
        """;

    private static IEnumerable<string> Told(string target) =>
        ModelText.Analyze(ModelText.Compile(QueryText.Tables, "#pragma warning disable CS8618\n" + target), new ModelAnalyzer())
            .Where(d => d.Id.StartsWith("PL", StringComparison.Ordinal) && d.DefaultSeverity == Microsoft.CodeAnalysis.DiagnosticSeverity.Error).Select(d => d.Id + " " + d.GetMessage(null));
}
