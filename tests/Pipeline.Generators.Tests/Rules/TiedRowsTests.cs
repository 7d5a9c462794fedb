using Microsoft.CodeAnalysis;
using Pipeline.Generators.Tests.Queries;

namespace Pipeline.Generators.Tests.Rules;

/// <summary>Orders that take a row, and whether rows may tie in them.</summary>
public sealed class TiedRowsTests
{
    [Theory]
    [InlineData("from s in sales.LatestBy(s => s.StoreId, s => s.SoldAt) select new Row { Line = s.Line }")]
    [InlineData("from w in sales.Window(s => s.StoreId, s => s.OrderId) select new Row { Line = (int)w.RowNumber }")]
    [InlineData("from w in sales.Window(s => s.StoreId, s => s.SoldAt) select new Row { Line = w.Previous == null ? 0 : w.Previous.Line }")]
    [InlineData("from s in sales group s by s.StoreId into g select new Row { Line = g.Last(s => s.Line, s => s.SoldAt) }")]
    [InlineData("from c in customers select new Row { Line = sales.Where(s => s.CustomerId == c.CustomerId).OrderBy(s => s.SoldAt).FirstOrDefault().Line }")]
    public void Order_that_leaves_a_part_of_the_key_open_is_told(string query) => Assert.Equal(["PL0331"], Told(query));

    [Theory]
    [InlineData("from s in sales.LatestBy(s => s.StoreId, s => (s.SoldAt, s.OrderId, s.Line)) select new Row { Line = s.Line }")]
    [InlineData("from s in sales.LatestBy(s => (s.OrderId, s.Line), s => s.SoldAt) select new Row { Line = s.Line }")]
    [InlineData("from w in sales.Window(s => s.StoreId, s => s.SoldAt) select new Row { Line = (int)w.Count }")]
    [InlineData("from c in customers select new Row { Line = sales.Where(s => s.OrderId == c.Name).OrderBy(s => s.Line).FirstOrDefault().Line }")]
    [InlineData("from r in raw.LatestBy(r => r.FileName, r => r.LoadedAt) select new Row { Line = 1 }")]
    [InlineData("(from s in sales orderby s.SoldAt select new Row { Line = s.Line }).Take(3)")]
    [InlineData("from s in sales join c in customers on s.CustomerId equals c.CustomerId group s by c.Name into g select new Row { Line = g.Last(s => s.Line, s => s.SoldAt) }")]
    public void Order_in_which_none_tie_or_nobody_knows_is_not(string query) => Assert.Empty(Told(query));

    private static IEnumerable<string> Told(string query)
    {
        var compilation = ModelText.Compile(QueryText.Tables, QueryText.ViewText("int? Line", "Query<Sale> sales, Query<Customer> customers, Query<Raw> raw", query, ""));
        return ModelText.Analyze(compilation, new ModelAnalyzer()).Where(d => d.Id.StartsWith("PL", StringComparison.Ordinal) && (d.Id == "PL0331" || d.DefaultSeverity == DiagnosticSeverity.Error)).Select(d => d.Id);
    }
}
