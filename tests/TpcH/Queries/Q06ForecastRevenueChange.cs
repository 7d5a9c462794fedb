using Pipeline.Model;

namespace TpcH;

/// <summary>Q6, forecasting revenue change: what small orders would have brought without their discount.</summary>
[View<Wholesale>]
public sealed class Q06ForecastRevenueChange
{
    [Number(38, 4)] public decimal Revenue { get; init; }

    [Define]
    internal static Query<Q06ForecastRevenueChange> Define(Query<LineItem> lines) =>
        from l in lines
        where l is { ShipDate.Year: 1994, Discount: >= 0.05m and <= 0.07m, Quantity: < 24 }
        group l by 1 into all
        select new Q06ForecastRevenueChange { Revenue = all.Sum(l => l.ExtendedPrice * l.Discount) };
}
