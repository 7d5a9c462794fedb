// ETL: the daily graph. The day's file is copied, staged, made into the star, and the revenue refreshed.
using Pipeline.Model;

namespace OnlineRetail;

/// <summary>Starts after the shop has closed.</summary>
[RootTask<Etl, TransformWh>(Cron = "0 22 * * * Europe/London")] public sealed class DailyRoot;

[Task, After<DailyRoot>, Runs<RawSales>] public sealed class CopySales;

[Task, After<CopySales>, Runs<StgSalesLines>] public sealed class LoadSalesLines;

[Task, After<LoadSalesLines>, Runs<DimProduct>] public sealed class LoadDimProduct;
[Task, After<LoadSalesLines>, Runs<DimCustomer>] public sealed class LoadDimCustomer;

// The fact waits for its dimensions, whose keys it looks up.
[Task, After<LoadDimProduct>, After<LoadDimCustomer>, Runs<FactSales>] public sealed class LoadFactSales;

[Task, After<LoadFactSales>, Runs<DailyRevenue>] public sealed class RefreshRevenue;
