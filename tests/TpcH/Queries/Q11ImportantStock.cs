using Pipeline.Model;

namespace TpcH;

/// <summary>Q11, important stock identification: the parts that are a notable share of what Germany has in stock.</summary>
[View<Wholesale>]
public sealed class Q11ImportantStock
{
    public int PartKey { get; init; }
    [Number(38, 2)] public decimal Value { get; init; }

    [Define]
    internal static Query<Q11ImportantStock> Define(Query<Offer> offers, Query<Supplier> suppliers, Query<Nation> nations)
    {
        var stock =
            from o in offers
            join s in suppliers on o.SupplierKey equals s.SupplierKey
            join n in nations on s.NationKey equals n.NationKey
            where n.Name == "GERMANY"
            select new { o.PartKey, Value = o.SupplyCost * o.AvailableQuantity };

        return
            from s in stock
            group s by s.PartKey into part
            let value = part.Sum(s => s.Value)
            where value > stock.Sum(s => s.Value) * NotableShare
            orderby value descending
            select new Q11ImportantStock { PartKey = part.Key, Value = value };
    }

    // The specification's fraction is 0.0001 divided by the scale factor.
    private const decimal NotableShare = 0.01m;
}
