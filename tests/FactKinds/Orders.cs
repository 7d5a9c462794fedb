// An accumulating snapshot: one row per order, updated as the order passes its milestones; and a factless fact.
using Pipeline.Model;

namespace FactKinds;

[CsvFormat<Orders>(NullIf = [""])] public sealed class OrdersCsv;
[Stage<Orders>("${s3.root}/orders/"), Format<OrdersCsv>] public sealed class OrderFiles;
[Stage<Orders>("${s3.root}/promotions/"), Format<OrdersCsv>] public sealed class PromotionFiles;

/// <summary>Every day of the orders.</summary>
[Calendar<Orders>("2024-01-01", "2024-12-31")]
public sealed class DimDate
{
    [SurrogateKey] public long DateKey { get; init; }
    [BusinessKey] public DateOnly FullDate { get; init; }

    [Define]
    internal static DimDate Of(DateOnly day) => new() { DateKey = day.Year * 10_000 + day.Month * 100 + day.Day, FullDate = day };
}

/// <summary>What happened to orders, as delivered: each row tells some of its columns.</summary>
[Table<Orders>, CopyFrom<OrderFiles>]
public sealed class RawOrderEvents : LandedRow
{
    public string? OrderId { get; init; }
    public string? HappenedAt { get; init; }
    public string? Status { get; init; }
    public string? PaidAt { get; init; }
    public string? ShippedAt { get; init; }
}

[Stream(Mode = StreamMode.AppendOnly)] public sealed class RawOrderEventsStream : Stream<RawOrderEvents>;

/// <summary>Every event of every order.</summary>
[Table<Orders>]
public sealed class StgOrderEvents
{
    [BusinessKey] public string OrderId { get; init; }
    [BusinessKey, Sequence] public DateTime HappenedAt { get; init; }
    public string Status { get; init; }
    public DateTime? PaidAt { get; init; }
    public DateTime? ShippedAt { get; init; }

    [Load]
    internal static Query<StgOrderEvents> FromRaw(RawOrderEventsStream raw) =>
        from r in raw
        select new StgOrderEvents
        {
            OrderId = r.OrderId.OrReject(),
            HappenedAt = Sql.TryToTimestamp(r.HappenedAt, "YYYY-MM-DD HH24:MI:SS").OrReject(),
            Status = r.Status.OrReject(),
            PaidAt = Sql.TryToTimestamp(r.PaidAt, "YYYY-MM-DD HH24:MI:SS"),
            ShippedAt = Sql.TryToTimestamp(r.ShippedAt, "YYYY-MM-DD HH24:MI:SS"),
        };
}

[Stream] public sealed class StgOrderEventsStream : Stream<StgOrderEvents>;

/// <summary>Orders, one row each from the first event to the last.</summary>
[Fact<Orders>(FactKind.AccumulatingSnapshot)]
public sealed class FactOrders
{
    [Grain] public string OrderId { get; init; }
    public string Status { get; init; }
    [Sequence] public DateTime LastEventAt { get; init; }
    [Milestone] public DateTime? PaidAt { get; init; }

    /// <summary>-2 until it is shipped.</summary>
    [Milestone, ForeignKey<DimDate>(NoKey = Member.NotApplicable)] public long ShippedDateKey { get; init; }

    [Load]
    internal static Query<FactOrders> FromEvents(StgOrderEventsStream events, Query<DimDate> dates) =>
        from e in events
        select new FactOrders
        {
            OrderId = e.OrderId,
            Status = e.Status,
            LastEventAt = e.HappenedAt,
            PaidAt = e.PaidAt,
            ShippedDateKey = dates.KeyOf(d => d.FullDate == (e.ShippedAt == null ? null : DateOnly.FromDateTime(e.ShippedAt.Value))),
        };
}

/// <summary>Which promotions ran, as delivered.</summary>
[Table<Orders>, CopyFrom<PromotionFiles>]
public sealed class RawPromotions : LandedRow
{
    public string? Promotion { get; init; }
    public string? Day { get; init; }
}

[Stream(Mode = StreamMode.AppendOnly)] public sealed class RawPromotionsStream : Stream<RawPromotions>;

/// <summary>That a promotion ran on a day: nothing is measured, the row says it all.</summary>
[Fact<Orders>(FactKind.Factless)]
public sealed class FactPromotions
{
    [Grain] public string Promotion { get; init; }
    [Grain, ForeignKey<DimDate>(Missing = Missing.Reject)] public long DateKey { get; init; }

    [Load]
    internal static Query<FactPromotions> FromRaw(RawPromotionsStream raw, Query<DimDate> dates) =>
        from r in raw
        select new FactPromotions
        {
            Promotion = r.Promotion.OrReject(),
            DateKey = dates.KeyOf(d => d.FullDate == Sql.TryToDate(r.Day, "YYYY-MM-DD")),
        };
}

/// <summary>Starts a run.</summary>
[RootTask<Orders, TransformWh>(Cron = "0 * * * * UTC")] public sealed class OrdersRoot;

[Task, After<OrdersRoot>, Runs<RawOrderEvents>, Runs<StgOrderEvents>, Runs<FactOrders>] public sealed class LoadOrders;
[Task, After<OrdersRoot>, Runs<RawPromotions>, Runs<FactPromotions>] public sealed class LoadPromotions;
