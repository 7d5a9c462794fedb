// Operators after one another, where SQL's order of clauses isn't C#'s.
using Pipeline.Model;

namespace Language;

/// <summary>What belongs to a row is still known after a step.</summary>
[View<Shop>]
public sealed class JoinIntoLater
{
    public string Name { get; init; }
    public long Orders { get; init; }
    public bool IsRegular { get; init; }
    [Number(38, 2)] public decimal Spent { get; init; }

    [Define]
    internal static Query<JoinIntoLater> Define(Query<Customer> customers, Query<Sale> sales) =>
        from c in customers
        join s in sales on c.CustomerId equals s.CustomerId into own
        let orders = own.Count()
        where orders > 0
        select new JoinIntoLater { Name = c.Name, Orders = orders, IsRegular = orders > 1, Spent = own.Sum(s => s.Amount) };
}

/// <summary>The first row of a subquery, several columns of it, and whether there is one.</summary>
[View<Shop>]
public sealed class FirstRow
{
    public string Name { get; init; }
    public int? SaleId { get; init; }
    public string? Note { get; init; }
    public bool IsThere { get; init; }

    [Define]
    internal static Query<FirstRow> Define(Query<Customer> customers, Query<Sale> sales) =>
        from c in customers
        let last = sales.Where(s => s.CustomerId == c.CustomerId).OrderByDescending(s => s.PaidAt).ThenBy(s => s.SaleId).FirstOrDefault()
        select new FirstRow { Name = c.Name, SaleId = last?.SaleId, Note = last?.Note, IsThere = last != null };
}

/// <summary>Joins of several kinds, one after the other, and a group over them.</summary>
[View<Shop>]
public sealed class ManyJoins
{
    public string? Segment { get; init; }
    public long Sales { get; init; }
    [Number(38, 6)] public decimal InEuro { get; init; }
    public long WithoutRate { get; init; }

    [Define]
    internal static Query<ManyJoins> Define(Query<Sale> sales, Query<Rate> rates, Query<Customer> customers) =>
        from s in sales
        join r in rates.AsOf() on (s.Currency, s.SoldAt) equals (r.Currency, r.ValidFrom)
        join c in customers.Optional() on s.CustomerId equals c.CustomerId
        where s.Quantity > 0
        group (InEuro: s.Amount * (r?.Factor ?? 1), HasRate: r != null) by c?.Segment into g
        select new ManyJoins { Segment = g.Key, Sales = g.Count(), InEuro = g.Sum(x => x.InEuro), WithoutRate = g.Count(x => !x.HasRate) };
}

/// <summary>A window over groups, a filter on it, and a join to what remains.</summary>
[View<Shop>]
public sealed class WindowOverGroups
{
    public string StoreId { get; init; }
    public long Place { get; init; }
    [Number(38, 2)] public decimal Total { get; init; }
    [Number(38, 2)] public decimal? Spring { get; init; }

    [Define]
    internal static Query<WindowOverGroups> Define(Query<Sale> sales, Query<Budget> budgets)
    {
        var totals = from s in sales group s by s.StoreId into g select new { StoreId = g.Key, Total = g.Sum(s => s.Amount) };
        return
            from w in totals.Window(t => 1, t => (t.Total, t.StoreId))
            where w.RowNumber <= 2
            join b in budgets.Optional() on w.Row.StoreId equals b.StoreId
            select new WindowOverGroups { StoreId = w.Row.StoreId, Place = w.RowNumber, Total = w.RunningSum(t => t.Total), Spring = b?.Spring };
    }
}

/// <summary>Distinct rows, cut, united and counted.</summary>
[View<Shop>]
public sealed class CutAndUnited
{
    public string StoreId { get; init; }
    public long Times { get; init; }

    [Define]
    internal static Query<CutAndUnited> Define(Query<Sale> sales, Query<Budget> budgets)
    {
        var first = sales.OrderBy(s => s.SaleId).Take(5).Where(s => s.Quantity > 1).Select(s => new { s.StoreId, s.CustomerId }).Distinct();
        return
            from x in first.Select(f => new { f.StoreId }).Concat(budgets.Select(b => new { b.StoreId })).Concat(sales.OrderByDescending(s => s.SaleId).Skip(1).Take(2).Select(s => new { s.StoreId }))
            group x by x.StoreId into g
            where g.Count() > 1
            select new CutAndUnited { StoreId = g.Key, Times = g.Count() };
    }
}

/// <summary>A hierarchy that is joined, counted and filtered.</summary>
[View<Shop>]
public sealed class HierarchyCounted
{
    public string Root { get; init; }
    public long Below { get; init; }
    public int Deepest { get; init; }

    [Define]
    internal static Query<HierarchyCounted> Define(Query<Employee> employees) =>
        from t in Tree(employees)
        join e in employees on t.RootId equals e.EmployeeId
        group t by e.Name into g
        select new HierarchyCounted { Root = g.Key, Below = g.Count() - 1, Deepest = g.Max(t => t.Depth) };

    private static Query<Place> Tree(Query<Employee> employees) =>
        employees.Where(e => e.ManagerId == null).Select(e => new Place { EmployeeId = e.EmployeeId, RootId = e.EmployeeId, Depth = 0 })
            .Recurse(above => above.Join(employees, a => a.EmployeeId, e => e.ManagerId, (a, e) => new Place { EmployeeId = e.EmployeeId, RootId = a.RootId, Depth = a.Depth + 1 }));

    internal sealed class Place
    {
        public int EmployeeId { get; init; }
        public int RootId { get; init; }
        public int Depth { get; init; }
    }
}
