namespace Pipeline.Generators.Tests.Queries;

/// <summary>What C# takes and Snowflake refuses, or what would mean something else there, is told at its place.</summary>
public sealed class RefusedQueryTests
{
    private const string Maps = """

        public static class Names
        {
            public static readonly Dictionary<string, string> ByKey = new() { ["A"] = "1" };
            public static readonly Dictionary<string, string> ByPair = new() { { "A", "1" } };
        }
        """;

    [Theory]
    [InlineData("string Text", "from s in sales select new Row { Text = Names.ByKey[s.StoreId] }", "'Names.ByKey[s.StoreId]': a dictionary is looked into by the program")]
    [InlineData("string Text", "from s in sales select new Row { Text = Names.ByPair[s.StoreId] }", "'Names.ByPair[s.StoreId]': a dictionary is looked into by the program")]
    [InlineData("decimal? Amount", "from s in sales group s by s.StoreId into g select new Row { Amount = g.Max(s => s.Amount - g.Min(x => x.Amount)) }", "'Max' is computed of the rows of a group")]
    [InlineData("long Number", "from s in sales group s by s.StoreId into g select new Row { Number = g.Sum(s => g.Count()) }", "'Sum' is computed of the rows of a group")]
    [InlineData("long Number", "from s in sales group s by s.StoreId into g select new Row { Number = g.Count(s => s.Amount > g.Min(x => x.Amount)) }", "'Count' is computed of the rows of a group")]
    [InlineData("decimal? Amount", "from s in sales group s by s.StoreId into g select new Row { Amount = g.Percentile(1.5, s => s.Amount) }", "'1.5': a percentile is a share of the rows")]
    [InlineData("long Number", "from w in sales.Window(s => s.StoreId, s => s.OrderId) select new Row { Number = w.Range(1, 0).Count() }", "'w.Range(1, 0)': the window is ordered by a value of type Text")]
    [InlineData("long Number", "from w in sales.Window(s => s.StoreId, s => s.Line) select new Row { Number = w.Range(TimeSpan.FromDays(1), TimeSpan.Zero).Count() }", "the window is ordered by a value of type Number, to which no TimeSpan can be added")]
    [InlineData("long Number", "from w in sales.Window(s => s.StoreId, s => (s.OrderId, s.Line)) select new Row { Number = w.Ntile(0) }", "'0': rows are shared out among one part at least")]
    [InlineData("string? Text", "from w in sales.Window(s => s.StoreId, s => (s.OrderId, s.Line)) select new Row { Text = w.Nth(0)?.OrderId }", "'0': the rows of a window are counted from 1")]
    [InlineData("string Text", "(from s in sales orderby s.OrderId, s.Line select new Row { Text = s.OrderId }).Take(-1)", "'-1': there is no negative number of rows")]
    [InlineData("string Text", "(from s in sales orderby s.OrderId, s.Line select new Row { Text = s.OrderId }).Skip(-1)", "'-1': there is no negative number of rows")]
    public void What_Snowflake_refuses_is_told(string columns, string query, string message) =>
        Assert.Contains(message, Assert.Single(QueryText.View(columns, "Query<Sale> sales", query, "", Maps).Findings()));

    [Theory]
    [InlineData("long Number", "from w in sales.Window(s => s.StoreId, s => s.Line) select new Row { Number = w.Range(1, 0).Count() }")]
    [InlineData("long Number", "from w in sales.Window(s => s.StoreId, s => s.SoldAt) select new Row { Number = w.Range(TimeSpan.FromDays(1), TimeSpan.Zero).Count() }")]
    [InlineData("decimal? Amount", "from s in sales group s by s.StoreId into g select new Row { Amount = g.Max(s => s.Amount) - g.Min(s => s.Amount) }")]
    [InlineData("decimal? Amount", "from g in (from s in sales group s by s.StoreId into g select new { g.Key, Least = g.Min(s => s.Amount) }) group g by 1 into all select new Row { Amount = all.Max(g => g.Least) }")]
    [InlineData("decimal? Amount", "from s in sales group s by s.StoreId into g select new Row { Amount = g.Percentile(1, s => s.Amount) }")]
    [InlineData("string Text", "(from s in sales orderby s.OrderId, s.Line select new Row { Text = s.OrderId }).Take(0)")]
    public void What_it_takes_is_not(string columns, string query) => Assert.Empty(QueryText.View(columns, "Query<Sale> sales", query).Findings());

    [Fact]
    public void Round_of_a_recursion_that_would_round_is_told() => Assert.Contains("digits after the point would be lost", Assert.Single(QueryText.View(
        "int Line", "Query<Sale> sales",
        "(from s in sales select new Row { Line = 1, Amount = s.Amount }).Recurse(above => from a in above where a.Line < 9 select new Row { Line = a.Line + 1, Amount = a.Amount * 1.5m })",
        "[Number(12, 2)] public decimal Amount { get; init; }").Findings()));

    [Theory]
    [InlineData("decimal Amount", "s.Discount.GetValueOrDefault()", "use ??")]
    [InlineData("DateTime At", "s.SoldAt.ToLocalTime()", "use Sql.ConvertTimeZone")]
    [InlineData("DateTime At", "DateTime.MaxValue", "use new DateTime(9999, 12, 31)")]
    [InlineData("decimal Amount", "Math.Round(s.Amount, 1, MidpointRounding.ToZero)", "use Sql.Truncate")]
    public void Way_out_is_one_that_can_be_followed(string columns, string value, string instead) => Assert.Contains(instead, Assert.Single(
        QueryText.View(columns, "Query<Sale> sales", $"from s in sales select new Row {{ {columns.Split(' ')[1]} = {value} }}").Findings()));

    [Theory]
    [InlineData("o.Id == null ? \"\" : o.Id")]
    [InlineData("o.Id is { } id ? id : \"\"")]
    [InlineData("o.Customer is { Name: { } name } ? name.Trim() : \"\"")]
    public void Member_of_a_document_that_was_asked_for_is_there(string value) => Assert.Empty(
        QueryText.View("string Text", "Query<Raw> raw", $"from r in raw let o = r.Document.As<Order>() where o != null select new Row {{ Text = {value} }}").Findings());

    [Fact]
    public void Member_of_a_document_that_was_not_asked_for_may_be_missing() => Assert.StartsWith(
        "PL0403", Assert.Single(QueryText.View("string Text", "Query<Raw> raw", "from r in raw let o = r.Document.As<Order>() where o != null select new Row { Text = o.Id }").Findings()));
}
