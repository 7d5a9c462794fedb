using Pipeline.Model;

namespace TpcH;

/// <summary>Q21, suppliers who kept orders waiting: Saudi suppliers who alone were late in an order of several.</summary>
[View<Wholesale>]
public sealed class Q21WaitingSuppliers
{
    public string Name { get; init; }
    public long Orders { get; init; }

    [Define]
    internal static Query<Q21WaitingSuppliers> Define(Query<Supplier> suppliers, Query<LineItem> lines, Query<Order> orders, Query<Nation> nations) =>
        (from s in suppliers
         join n in nations on s.NationKey equals n.NationKey
         where n.Name == "SAUDI ARABIA"
         join l in lines on s.SupplierKey equals l.SupplierKey
         where IsLate(l)
         join o in orders on l.OrderKey equals o.OrderKey
         where o.Status == "F"
         let others = lines.Where(other => other.OrderKey == l.OrderKey && other.SupplierKey != l.SupplierKey)
         where others.Any() && !others.Any(other => IsLate(other))
         group l by s.Name into supplier
         orderby supplier.Count() descending, supplier.Key
         select new Q21WaitingSuppliers { Name = supplier.Key, Orders = supplier.Count() }).Take(100);

    private static bool IsLate(LineItem line) => line.ReceiptDate > line.CommitDate;
}
