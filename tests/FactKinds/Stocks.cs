// A source that tells its whole state: what comes empty, or without most of it, stops the loads.
using Pipeline.Model;

namespace FactKinds;

[CsvFormat<Stocks>(NullIf = [""])] public sealed class StocksCsv;
[Stage<Stocks>("${s3.root}/stocks/"), Format<StocksCsv>] public sealed class StockFiles;

/// <summary>Stocks as delivered: what a shop has of a good, of what colour, or that it has it no more.</summary>
[Table<Stocks>, CopyFrom<StockFiles>]
public sealed class RawStocks : LandedRow
{
    public string? Good { get; init; }
    public string? Colour { get; init; }
    public string? Shop { get; init; }
    public string? OnHand { get; init; }
    public string? IsDeleted { get; init; }
}

/// <summary>The stocks that there are, written anew by every run.</summary>
[Table<Stocks>(MaxDeletedPercent = 80)]
public sealed class StocksNow
{
    [BusinessKey] public string Good { get; init; }
    [BusinessKey] public string Shop { get; init; }
    public string? Colour { get; init; }
    public int OnHand { get; init; }

    [Load(LoadMode.Replace)]
    internal static Query<StocksNow> Latest(Query<RawStocks> raw) =>
        from r in raw.LatestBy(r => (r.Good, r.Shop), r => (r.FileName, r.FileRow))
        where r.IsDeleted != "true"
        select new StocksNow { Good = r.Good.OrReject(), Shop = r.Shop.OrReject(), Colour = r.Colour, OnHand = Sql.TryToInt(r.OnHand).OrReject() };
}

/// <summary>How many shops the stocks are in: rows without a key.</summary>
[Table<Stocks>(MaxDeletedPercent = 80)]
public sealed class ShopsNow
{
    public string Shop { get; init; }

    [Load(LoadMode.Replace)]
    internal static Query<ShopsNow> Of(Query<StocksNow> stocks) => (from s in stocks select new ShopsNow { Shop = s.Shop }).Distinct();
}

[Stream] public sealed class StocksForGoodStream : Stream<StocksNow>;
[Stream] public sealed class StocksForFactStream : Stream<StocksNow>;

/// <summary>Goods with the history of their colour, as each run saw it.</summary>
[Dimension<Stocks>(Scd.Type2, History = History.Observed, Deletes = Deletes.Close, MaxDeletedPercent = 50)]
public sealed class DimGood
{
    [SurrogateKey] public long GoodKey { get; init; }
    [BusinessKey] public string Good { get; init; }
    [Tracked] public string? Colour { get; init; }
    [ValidFrom] public DateTime ValidFrom { get; init; }
    [ValidTo] public DateTime? ValidTo { get; init; }
    [IsCurrent] public bool IsCurrent { get; init; }

    [Load]
    internal static Query<DimGood> FromStocks(StocksForGoodStream stocks, Batch batch) =>
        from s in stocks select new DimGood { Good = s.Good, Colour = s.Colour, ValidFrom = batch.ScheduledAt };
}

/// <summary>Shops as they are known to the facts.</summary>
[Dimension<Stocks>(Scd.Type1)]
public sealed class DimShop
{
    [SurrogateKey] public long ShopKey { get; init; }
    [BusinessKey] public string Shop { get; init; }
    [IsInferred] public bool IsInferred { get; init; }
}

/// <summary>What is on hand; its grain is a key that is looked up.</summary>
[Fact<Stocks>(FactKind.Transaction, Deletes = Deletes.Remove, MaxDeletedPercent = 50)]
public sealed class FactStock
{
    [Grain] public string Good { get; init; }
    [Grain, ForeignKey<DimShop>(Missing = Missing.Infer)] public long ShopKey { get; init; }
    [Measure(Additivity.SemiAdditive)] public int OnHand { get; init; }

    [Load]
    internal static Query<FactStock> FromStocks(StocksForFactStream stocks, Query<DimShop> shops) =>
        from s in stocks select new FactStock { Good = s.Good, ShopKey = shops.KeyOf(d => d.Shop == s.Shop), OnHand = s.OnHand };
}

/// <summary>Starts a run.</summary>
[RootTask<Stocks, TransformWh>(Cron = "0 * * * * UTC")] public sealed class StocksRoot;

[Task, After<StocksRoot>, Runs<RawStocks>, Runs<StocksNow>, Runs<ShopsNow>] public sealed class LoadStocks;
[Task, After<LoadStocks>, Runs<DimGood>] public sealed class LoadGoods;
[Task, After<LoadStocks>, Runs<FactStock>] public sealed class LoadFactStock;
