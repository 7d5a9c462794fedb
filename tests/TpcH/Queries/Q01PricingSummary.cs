using Pipeline.Model;

namespace TpcH;

/// <summary>Q1, pricing summary: what was billed, shipped and returned, by status.</summary>
[View<Wholesale>]
public sealed class Q01PricingSummary
{
    public string ReturnFlag { get; init; }
    public string LineStatus { get; init; }
    [Number(38, 2)] public decimal Quantity { get; init; }
    [Number(38, 2)] public decimal BasePrice { get; init; }
    [Number(38, 4)] public decimal DiscountedPrice { get; init; }
    [Number(38, 6)] public decimal Charge { get; init; }
    [Number(38, 8)] public decimal? AverageQuantity { get; init; }
    [Number(38, 8)] public decimal? AveragePrice { get; init; }
    [Number(38, 8)] public decimal? AverageDiscount { get; init; }
    public long Lines { get; init; }

    [Define]
    internal static Query<Q01PricingSummary> Define(Query<LineItem> lines) =>
        from l in lines
        where l.ShipDate <= new DateOnly(1998, 12, 1).AddDays(-90)
        group l by (l.ReturnFlag, l.LineStatus) into status
        orderby status.Key
        select new Q01PricingSummary
        {
            ReturnFlag = status.Key.ReturnFlag,
            LineStatus = status.Key.LineStatus,
            Quantity = status.Sum(l => l.Quantity),
            BasePrice = status.Sum(l => l.ExtendedPrice),
            DiscountedPrice = status.Sum(l => l.DiscountedPrice()),
            Charge = status.Sum(l => l.DiscountedPrice() * (1 + l.Tax)),
            AverageQuantity = status.Average(l => l.Quantity),
            AveragePrice = status.Average(l => l.ExtendedPrice),
            AverageDiscount = status.Average(l => l.Discount),
            Lines = status.Count(),
        };
}
