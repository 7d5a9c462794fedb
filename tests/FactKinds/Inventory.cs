// A periodic snapshot: one row per item, shop and day, carried forward over days of which nothing is told.
using Pipeline.Model;

namespace FactKinds;

[CsvFormat<Inventory>(NullIf = [""])] public sealed class InventoryCsv;
[Stage<Inventory>("${s3.root}/items/"), Format<InventoryCsv>] public sealed class ItemFiles;
[Stage<Inventory>("${s3.root}/counts/"), Format<InventoryCsv>] public sealed class CountFiles;

/// <summary>Every day of the counts.</summary>
[Calendar<Inventory>("2024-01-01", "2024-12-31")]
public sealed class DimDay
{
    [SurrogateKey] public long DayKey { get; init; }
    [BusinessKey] public DateOnly FullDate { get; init; }

    [Define]
    internal static DimDay Of(DateOnly day) => new() { DayKey = day.Year * 10_000 + day.Month * 100 + day.Day, FullDate = day };
}

/// <summary>Items as delivered.</summary>
[Table<Inventory>, CopyFrom<ItemFiles>]
public sealed class RawItems : LandedRow
{
    public string? ItemId { get; init; }
    public string? ItemName { get; init; }
}

/// <summary>Counts as delivered: how many there were when someone counted, or that a count was wrong and is taken back.</summary>
[Table<Inventory>, CopyFrom<CountFiles>]
public sealed class RawCounts : LandedRow
{
    public string? ItemId { get; init; }
    public string? Shop { get; init; }
    public string? Day { get; init; }
    public string? OnHand { get; init; }
    public string? IsDeleted { get; init; }
}

[Stream(Mode = StreamMode.AppendOnly)] public sealed class RawItemsStream : Stream<RawItems>;

/// <summary>Items as they are now.</summary>
[Dimension<Inventory>(Scd.Type1)]
public sealed class DimItem
{
    [SurrogateKey] public long ItemKey { get; init; }
    [BusinessKey] public string ItemId { get; init; }
    public string ItemName { get; init; }

    [Load]
    internal static Query<DimItem> FromRaw(RawItemsStream raw) =>
        from r in raw
        select new DimItem { ItemId = r.ItemId.OrReject(), ItemName = r.ItemName ?? "" };
}

/// <summary>The counts that hold, by what was delivered of each last.</summary>
[Table<Inventory>]
public sealed class CountsNow
{
    [BusinessKey] public string ItemId { get; init; }
    [BusinessKey] public string Shop { get; init; }
    [BusinessKey] public DateOnly Day { get; init; }
    public int OnHand { get; init; }

    [Load(LoadMode.Replace)]
    internal static Query<CountsNow> Latest(Query<RawCounts> raw) =>
        from r in raw.LatestBy(r => (r.ItemId, r.Shop, r.Day), r => (r.FileName, r.FileRow))
        where r.IsDeleted != "true"
        select new CountsNow
        {
            ItemId = r.ItemId.OrReject(), Shop = r.Shop.OrReject(), Day = Sql.TryToDate(r.Day, "YYYY-MM-DD").OrReject(), OnHand = Sql.TryToInt(r.OnHand).OrReject(),
        };
}

[Stream] public sealed class CountsNowStream : Stream<CountsNow>;

/// <summary>What is on hand at the end of each day: as counted, or as it was the day before.</summary>
[Fact<Inventory>(FactKind.PeriodicSnapshot, CarryForward = true, Deletes = Deletes.Remove)]
public sealed class FactInventory
{
    [Grain, Period] public DateOnly Day { get; init; }
    [ForeignKey<DimDay>(Missing = Missing.Reject)] public long DayKey { get; init; }
    [Grain, ForeignKey<DimItem>(Missing = Missing.Infer)] public long ItemKey { get; init; }
    [Grain] public string Shop { get; init; }
    [Measure(Additivity.SemiAdditive)] public int OnHand { get; init; }

    [Load]
    internal static Query<FactInventory> FromCounts(CountsNowStream counts, Query<DimDay> days, Query<DimItem> items) =>
        from c in counts
        select new FactInventory
        {
            Day = c.Day,
            DayKey = days.KeyOf(d => d.FullDate == c.Day),
            ItemKey = items.KeyOf(i => i.ItemId == c.ItemId),
            Shop = c.Shop,
            OnHand = c.OnHand,
        };
}

/// <summary>Starts a run.</summary>
[RootTask<Inventory, TransformWh>(Cron = "0 * * * * UTC")] public sealed class InventoryRoot;

[Task, After<InventoryRoot>, Runs<RawItems>, Runs<DimItem>] public sealed class LoadItems;
[Task, After<InventoryRoot>, Runs<RawCounts>, Runs<CountsNow>] public sealed class LoadCounts;
[Task, After<LoadItems>, After<LoadCounts>, Runs<FactInventory>] public sealed class LoadInventory;
