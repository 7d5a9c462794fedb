using Pipeline.Model;

namespace TpcH;

/// <summary>Q20, potential part promotion: Canadian suppliers with too much of forest parts in stock.</summary>
[View<Wholesale>]
public sealed class Q20PartPromotion
{
    public string Name { get; init; }
    public string Address { get; init; }

    [Define]
    internal static Query<Q20PartPromotion> Define(Query<Supplier> suppliers, Query<Nation> nations, Query<Offer> offers, Query<Part> parts, Query<LineItem> lines)
    {
        var shipped =
            from l in lines
            where l.ShipDate.Year == 1994
            group l by (l.PartKey, l.SupplierKey) into offer
            select new { offer.Key.PartKey, offer.Key.SupplierKey, Quantity = offer.Sum(l => l.Quantity) };

        var overstocked =
            from o in offers
            join s in shipped on (o.PartKey, o.SupplierKey) equals (s.PartKey, s.SupplierKey)
            where o.AvailableQuantity > 0.5m * s.Quantity
            where parts.Any(p => p.PartKey == o.PartKey && p.Name.StartsWith("forest", StringComparison.Ordinal))
            select o.SupplierKey;

        return
            from s in suppliers
            join n in nations on s.NationKey equals n.NationKey
            where n.Name == "CANADA" && overstocked.Contains(s.SupplierKey)
            orderby s.Name
            select new Q20PartPromotion { Name = s.Name, Address = s.Address };
    }
}
