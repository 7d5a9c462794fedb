// A row among its neighbours.
using Pipeline.Model;

namespace Language;

/// <summary>Ranks of rows, ties among them.</summary>
[View<Shop>]
public sealed class Ranks
{
    public int SaleId { get; init; }
    public long Place { get; init; }
    public long Rank { get; init; }
    public long DenseRank { get; init; }
    public long Half { get; init; }

    [Define]
    internal static Query<Ranks> Define(Query<Sale> sales) =>
        from w in sales.Window(s => s.StoreId, s => (s.Amount, s.SaleId))
        join r in sales.Window(s => s.StoreId, s => s.Amount) on w.Row.SaleId equals r.Row.SaleId
        select new Ranks { SaleId = w.Row.SaleId, Place = w.RowNumber, Half = w.Ntile(2), Rank = r.Rank, DenseRank = r.DenseRank };
}

/// <summary>The rows before and after, and the ends of the partition.</summary>
[View<Shop>]
public sealed class Neighbours
{
    public int SaleId { get; init; }
    public int? Before { get; init; }
    public int? TwoBefore { get; init; }
    public string? NoteAfter { get; init; }
    public int First { get; init; }
    public int Last { get; init; }

    [Define]
    internal static Query<Neighbours> Define(Query<Sale> sales) =>
        from w in sales.Window(s => s.StoreId, s => (s.PaidAt, s.SaleId))
        select new Neighbours
        {
            SaleId = w.Row.SaleId,
            Before = w.Previous == null ? null : w.Previous.SaleId,
            TwoBefore = w.Lag(2)?.SaleId,
            NoteAfter = w.Next?.Note,
            First = w.First.SaleId,
            Last = w.Last.SaleId,
        };
}

/// <summary>Sums and their like up to a row, around it, and over the partition.</summary>
[View<Shop>]
public sealed class RunningAggregates
{
    public int SaleId { get; init; }
    [Number(38, 2)] public decimal SoFar { get; init; }
    [Number(38, 2)] public decimal? DiscountSoFar { get; init; }
    [Number(12, 2)] public decimal LargestSoFar { get; init; }
    [Number(12, 2)] public decimal? LeastSoFar { get; init; }
    [Number(38, 8)] public decimal? MeanSoFar { get; init; }
    public long WithNoteSoFar { get; init; }
    [Number(38, 2)] public decimal Total { get; init; }
    public long Rows { get; init; }
    [Number(38, 2)] public decimal Around { get; init; }
    [Number(38, 8)] public decimal? MovingMean { get; init; }
    public int FirstAround { get; init; }

    [Define]
    internal static Query<RunningAggregates> Define(Query<Sale> sales) =>
        from w in sales.Window(s => s.StoreId, s => (s.SoldAt, s.SaleId))
        select new RunningAggregates
        {
            SaleId = w.Row.SaleId,
            SoFar = w.RunningSum(s => s.Amount),
            DiscountSoFar = w.RunningSum(s => s.Discount),
            LargestSoFar = w.RunningMax(s => s.Amount),
            LeastSoFar = w.RunningMin(s => s.Discount),
            MeanSoFar = w.RunningAverage(s => s.Discount),
            WithNoteSoFar = w.RunningCount(s => s.Note != null),
            Total = w.Sum(s => s.Amount),
            Rows = w.Count,
            Around = w.Rows(1, 1).Sum(s => s.Amount),
            MovingMean = w.MovingAverage(2, s => s.Amount),
            FirstAround = w.Rows(1, 1).First(s => s.SaleId),
        };
}

/// <summary>Frames by distance instead of rows.</summary>
[View<Shop>]
public sealed class RangeFrames
{
    public int SaleId { get; init; }
    [Number(38, 2)] public decimal LastWeek { get; init; }
    public long NearInQuantity { get; init; }
    [Number(38, 2)] public decimal UpToTies { get; init; }

    [Define]
    internal static Query<RangeFrames> Define(Query<Sale> sales) =>
        from w in sales.Window(s => s.StoreId, s => s.SoldAt)
        join q in sales.Window(s => s.StoreId, s => s.Quantity) on w.Row.SaleId equals q.Row.SaleId
        select new RangeFrames
        {
            SaleId = w.Row.SaleId,
            LastWeek = w.Range(TimeSpan.FromDays(7), TimeSpan.Zero).Sum(s => s.Amount),
            NearInQuantity = q.Range(1, 1).Count(),
            UpToTies = q.UpToTies().Sum(s => s.Amount),
        };
}
