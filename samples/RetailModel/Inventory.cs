// The shop's inventory, from the binlog of its MySQL database to a position a day.
using Pipeline.Model;

namespace Retail;

[Stage<Landing>("${s3.root}/cdc/inventory/"), Through<RetailS3>, Format<RetailJson>] public sealed class InventoryStage;

/// <summary>Changes of the table <c>inventory</c>, as Debezium reads them from the binlog: one document per change, in any order, some twice.</summary>
[Table<Landing>, CopyFrom<InventoryStage>(Pattern = @".*\.json"), Freshness(Minutes = 1560)]
public sealed class RawInventory : LandedRow
{
    /// <summary>The change, in Debezium's envelope of an <see cref="InventoryRow"/>; null for a tombstone.</summary>
    public Variant? Document { get; init; }
}

[Stream(Mode = StreamMode.AppendOnly)] public sealed class RawInventoryStream : Stream<RawInventory>;

/// <summary>The columns of MySQL's <c>inventory</c>.</summary>
public sealed class InventoryRow
{
    [FromField("product_id")] public string? ProductId { get; init; }
    [FromField("store_id")] public string? StoreId { get; init; }
    [FromField("on_hand")] public int? OnHand { get; init; }
    [FromField("reserved")] public int? Reserved { get; init; }
}

/// <summary>The latest position of each product in each store, of each day on which it changed.</summary>
/// <remarks>
/// One row per key alone would lose a day where a batch brings the changes of several; the latest position of all is the last day's.
/// A deleted row stays, marked: an older change that arrives late can't bring it back.
/// </remarks>
[Table<Staging>(Deletes = Deletes.Mark)]
public sealed class StgInventory
{
    [BusinessKey, Varchar(30)] public string ProductId { get; init; }
    [BusinessKey, Varchar(10)] public string StoreId { get; init; }
    [BusinessKey] public DateOnly Day { get; init; }
    public int OnHand { get; init; }
    public int Reserved { get; init; }
    public DateTime ChangedAt { get; init; }

    /// <summary>The number of the binlog's file.</summary>
    [Sequence] public int LogFile { get; init; }

    [Sequence] public long LogPosition { get; init; }

    /// <summary>The row within the event; -1 for what a snapshot read, which any change at the same position follows.</summary>
    [Sequence] public int LogRow { get; init; }

    [IsDeleted] public bool IsDeleted { get; init; }

    [Load]
    internal static Query<StgInventory> FromChanges(RawInventoryStream raw) =>
        from r in raw
        where r.Document != null
        let change = (r.Document?.As<Debezium<InventoryRow>>()).OrReject("not a change")
        let source = change.Source
        let changedAt = Sql.FromEpochMilliseconds((source?.CommittedAt).OrReject("no time of change"))
        select new StgInventory
        {
            ProductId = Clean.Code(change.Operation == "d" ? change.Before?.ProductId : change.After?.ProductId).OrReject("no product id"),
            StoreId = Clean.Code(change.Operation == "d" ? change.Before?.StoreId : change.After?.StoreId).OrReject("no store id"),
            Day = DateOnly.FromDateTime(changedAt),
            OnHand = change.After?.OnHand ?? 0,
            Reserved = change.After?.Reserved ?? 0,
            ChangedAt = changedAt,
            LogFile = Sql.TryToInt(Binlog.FileNumber(source?.File)).OrReject("no log file"),
            LogPosition = (source?.Position).OrReject("no log position"),
            LogRow = change.Operation == "r" ? -1 : source?.Row ?? 0,
            IsDeleted = change.Operation == "d",
        };

    [Expect(OnViolation.Warn)] internal static bool NothingIsOversold(StgInventory i) => i.Reserved <= i.OnHand;
    [Expect(OnViolation.Reject)] internal static bool ProductIdHasTheRightForm(StgInventory i) => Sql.IsMatch(i.ProductId, "[A-Z]{2}-[0-9]{4}");
}

/// <summary>What is read of a binlog's coordinates; inlined where it is called.</summary>
public static class Binlog
{
    /// <summary>The digits of <c>mysql-bin.000123</c>: files sort by their number, not by their text.</summary>
    public static string? FileNumber(string? file) => file?.Substring(file.IndexOf('.') + 1);
}

[Stream] public sealed class StgInventoryStream : Stream<StgInventory>;

/// <summary>What is on hand at the end of each day: as it changed last, or as it was the day before.</summary>
[Fact<Curated>(FactKind.PeriodicSnapshot, CarryForward = true, ClusterBy = [nameof(Day)])]
public sealed class FactInventory
{
    [Grain, Period] public DateOnly Day { get; init; }
    [ForeignKey<DimDate>(Missing = Missing.Reject)] public long DateKey { get; init; }
    [Grain, ForeignKey<DimProduct>(Missing = Missing.Infer)] public long ProductKey { get; init; }
    [Grain, ForeignKey<DimStore>(Missing = Missing.Reject)] public long StoreKey { get; init; }
    [Measure(Additivity.SemiAdditive)] public int OnHand { get; init; }
    [Measure(Additivity.SemiAdditive)] public int Reserved { get; init; }
    [LoadTime] public DateTime LoadedAt { get; init; }

    [Load]
    internal static Query<FactInventory> FromStaging(StgInventoryStream positions, Query<DimDate> dates, Query<DimProduct> products, Query<DimStore> stores) =>
        from p in positions
        select new FactInventory
        {
            Day = p.Day,
            DateKey = dates.KeyOf(d => d.FullDate == p.Day),
            ProductKey = products.KeyOf(d => d.ProductId == p.ProductId),
            StoreKey = stores.KeyOf(s => s.StoreId == p.StoreId),
            OnHand = p.IsDeleted ? 0 : p.OnHand,
            Reserved = p.IsDeleted ? 0 : p.Reserved,
        };
}
