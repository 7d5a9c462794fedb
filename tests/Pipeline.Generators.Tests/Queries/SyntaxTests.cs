using static Pipeline.Generators.Tests.Queries.QueryText;

namespace Pipeline.Generators.Tests.Queries;

/// <summary>Query syntax and fluent calls say the same, so they give the same SQL.</summary>
public sealed class SyntaxTests
{
    private const string Parameters = "Query<Sale> sales, Query<Customer> customers";

    public static TheoryData<string, string, string> Pairs => new()
    {
        {
            "string Id, decimal Net",
            "from s in sales where s.Line > 1 orderby s.OrderId descending, s.Line select new Row { Id = s.OrderId, Net = s.Amount }",
            "sales.Where(s => s.Line > 1).OrderByDescending(s => s.OrderId).ThenBy(s => s.Line).Select(s => new Row { Id = s.OrderId, Net = s.Amount })"
        },
        {
            "string Id, string Name",
            "from s in sales join c in customers on s.CustomerId equals c.CustomerId select new Row { Id = s.OrderId, Name = c.Name }",
            "sales.Join(customers, s => s.CustomerId, c => c.CustomerId, (s, c) => new Row { Id = s.OrderId, Name = c.Name })"
        },
        {
            "string Id, string? Name",
            "from s in sales join c in customers.Optional() on s.CustomerId equals c.CustomerId select new Row { Id = s.OrderId, Name = c.Name }",
            "sales.LeftJoin(customers, s => s.CustomerId, c => c.CustomerId, (s, c) => new Row { Id = s.OrderId, Name = c.Name })"
        },
        {
            "string? Id, string Name",
            "from s in sales.Optional() join c in customers on s.CustomerId equals c.CustomerId select new Row { Id = s.OrderId, Name = c.Name }",
            "sales.RightJoin(customers, s => s.CustomerId, c => c.CustomerId, (s, c) => new Row { Id = s.OrderId, Name = c.Name })"
        },
        {
            "string? Id, string? Name",
            "from s in sales.Optional() join c in customers.Optional() on s.CustomerId equals c.CustomerId select new Row { Id = s.OrderId, Name = c.Name }",
            "sales.FullJoin(customers, s => s.CustomerId, c => c.CustomerId, (s, c) => new Row { Id = s.OrderId, Name = c.Name })"
        },
        {
            "string Name, long Orders",
            "from c in customers join s in sales on c.CustomerId equals s.CustomerId into own select new Row { Name = c.Name, Orders = own.Count() }",
            "customers.GroupJoin(sales, c => c.CustomerId, s => s.CustomerId, (c, own) => new Row { Name = c.Name, Orders = own.Count() })"
        },
        {
            "string Name, string Id",
            "from c in customers from s in sales select new Row { Name = c.Name, Id = s.OrderId }",
            "customers.SelectMany(c => sales, (c, s) => new Row { Name = c.Name, Id = s.OrderId })"
        },
        {
            "string Store, long Orders",
            "from s in sales group s by s.StoreId into g where g.Count() > 1 select new Row { Store = g.Key, Orders = g.Count() }",
            "sales.GroupBy(s => s.StoreId).Where(g => g.Count() > 1).Select(g => new Row { Store = g.Key, Orders = g.Count() })"
        },
        {
            "string Store, decimal Most",
            "from s in sales group s.Amount by s.StoreId into g select new Row { Store = g.Key, Most = g.Max(a => a) }",
            "sales.GroupBy(s => s.StoreId, s => s.Amount).Select(g => new Row { Store = g.Key, Most = g.Max(a => a) })"
        },
        {
            "string Id, long Place",
            "from w in sales.Window(s => s.StoreId, s => s.SoldAt) where w.RowNumber < 3 select new Row { Id = w.Row.OrderId, Place = w.RowNumber }",
            "sales.Window(s => s.StoreId, s => s.SoldAt).Where(w => w.RowNumber < 3).Select(w => new Row { Id = w.Row.OrderId, Place = w.RowNumber })"
        },
    };

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Both_ways_to_write_a_query_give_the_same_SQL(string columns, string query, string fluent) =>
        Assert.Equal(View(columns, Parameters, query).Sql(), View(columns, Parameters, fluent).Sql());

    [Theory]
    [InlineData("(from s in sales orderby s.Line select new Row { Id = s.OrderId }).Distinct().Take(2)", "SELECT DISTINCT")]
    [InlineData("from s in sales.Take(5).Skip(2) select new Row { Id = s.OrderId }", "LIMIT NULL OFFSET 2")]
    public void Operators_in_an_unusual_order_become_steps(string query, string part) => View("string Id", Parameters, query).Sql().ShouldContain(part);

    [Fact]
    public void Generic_piece_of_a_query_reads_the_columns_of_its_interface() => View("string Id", "Query<Visit> visits", """
        from v in Recent(visits, new DateTime(2024, 1, 1)) select new Row { Id = v.Id }
        """, "static Query<T> Recent<T>(Query<T> rows, DateTime from) where T : IDated => rows.Where(r => r.At >= from);", """
        public interface IDated { DateTime At { get; } }
        [Table<Shop>] public sealed class Visit : IDated { public string Id { get; init; } public DateTime At { get; init; } }
        """).Sql().ShouldContain("WHERE visits.AT >= '2024-01-01 00:00:00'::TIMESTAMP_NTZ(6)");

    [Theory]
    [InlineData("from c in sales.DefaultIfEmpty() select new Row { Id = c.OrderId }", "only behind 'from'")]
    [InlineData("from s in sales let first = sales.FirstOrDefault() select new Row { Id = first.OrderId }", "no order of their own")]
    [InlineData("sales.Select(s => new Row { Id = s.OrderId }).Recurse(r => r.Distinct())", "more than SQL allows")]
    [InlineData("sales.Select(s => new Row { Id = s.OrderId }).Recurse(r => from a in r join b in r on a.Id equals b.Id select new Row { Id = a.Id })", "more than SQL allows")]
    [InlineData("from d in Sql.Days(DateOnly.MinValue, DateOnly.FromDateTime(DateTime.UnixEpoch)) select new Row { Id = \"x\" }", "the ends of a series must be known")]
    [InlineData("from w in sales.Window(s => s.StoreId, s => (s.SoldAt, s.Line)) select new Row { Id = w.Row.OrderId + w.Range(1, 1).Count() }", "measured by one value")]
    [InlineData("from w in sales.Window(s => s.StoreId, s => s.SoldAt) select new Row { Id = w.Row.OrderId + w.Rows(-1, 0).Count() }", "a frame can't end before it begins")]
    public void What_a_query_cannot_say_is_an_error_with_a_way_out(string query, string message) =>
        Assert.Contains(message, Assert.Single(View("string Id", Parameters, query).Findings()));

    [Fact]
    public void Load_may_not_make_rows_that_no_change_has_brought() => Assert.Contains("brings rows that no change row stands for", Assert.Single(Load(
        "string? Id, string Name", "SaleStream sales, Query<Customer> customers",
        "from s in sales.Optional() join c in customers on s.CustomerId equals c.CustomerId select new Row { Id = s.OrderId, Name = c.Name }").Findings()));
}
