// One value of a query.
using Pipeline.Model;

namespace Language;

/// <summary>EXISTS, NOT EXISTS and values of the rows that belong to a row.</summary>
[View<Shop>]
public sealed class Subqueries
{
    public int CustomerId { get; init; }
    public bool HasBought { get; init; }
    public bool AllPaid { get; init; }
    public bool IsBuyer { get; init; }
    public long Sales { get; init; }
    public long Large { get; init; }
    [Number(38, 2)] public decimal Spent { get; init; }
    [Number(38, 8)] public decimal? Mean { get; init; }
    public DateTime? LastPaid { get; init; }
    public int? FirstSale { get; init; }
    public string? NoteOfFirst { get; init; }

    [Define]
    internal static Query<Subqueries> Define(Query<Customer> customers, Query<Sale> sales) =>
        from c in customers
        select new Subqueries
        {
            CustomerId = c.CustomerId,
            HasBought = sales.Any(s => s.CustomerId == c.CustomerId),
            AllPaid = sales.Where(s => s.CustomerId == c.CustomerId).All(s => s.PaidAt != null),
            IsBuyer = sales.Select(s => s.CustomerId).Contains(c.CustomerId),
            Sales = sales.Where(s => s.CustomerId == c.CustomerId).Count(),
            Large = sales.Where(s => s.CustomerId == c.CustomerId).Count(s => s.Amount > 20),
            Spent = sales.Where(s => s.CustomerId == c.CustomerId).Sum(s => s.Amount),
            Mean = sales.Where(s => s.CustomerId == c.CustomerId).Average(s => s.Discount),
            LastPaid = sales.Where(s => s.CustomerId == c.CustomerId).Max(s => s.PaidAt),
            FirstSale = sales.Where(s => s.CustomerId == c.CustomerId).OrderBy(s => s.PaidAt).ThenBy(s => s.SaleId).Select(s => (int?)s.SaleId).FirstOrDefault(),
            NoteOfFirst = sales.Where(s => s.CustomerId == c.CustomerId).OrderByDescending(s => s.SaleId).FirstOrDefault()?.Note,
        };
}

/// <summary>A query in a method of its own is a step, read as often as it is called.</summary>
[View<Shop>]
public sealed class CommonQuery
{
    public string StoreId { get; init; }
    [Number(38, 2)] public decimal Total { get; init; }
    public long Better { get; init; }

    [Define]
    internal static Query<CommonQuery> Define(Query<Sale> sales) =>
        from t in Totals(sales)
        select new CommonQuery { StoreId = t.StoreId, Total = t.Total, Better = Totals(sales).Count(other => other.Total > t.Total) };

    private static Query<StoreTotal> Totals(Query<Sale> sales) =>
        from s in sales
        group s by s.StoreId into g
        select new StoreTotal(g.Key, g.Sum(s => s.Amount));

    private sealed record StoreTotal(string StoreId, decimal Total);
}
