// ETL: the hourly graph. Files are copied, staged, made into the star, and the marts refreshed.
using Pipeline.Model;

namespace Retail;

/// <summary>Starts the hour.</summary>
[RootTask<Etl, TransformWh>(Cron = "0 * * * * UTC", Retries = 1, SuspendAfterFailures = 3, TimeoutMinutes = 50)]
public sealed class RootTask;

// files -> LANDING
[Task, After<RootTask>, Runs<RawCustomers>] public sealed class CopyCustomers;
[Task, After<RootTask>, Runs<RawProducts>] public sealed class CopyProducts;
[Task, After<RootTask>, Runs<RawStores>] public sealed class CopyStores;
[Task, After<RootTask>, Runs<RawSales>] public sealed class CopySales;
[Task, After<RootTask>, Runs<RawInventory>] public sealed class CopyInventory;

// LANDING -> STAGING
[Task, After<CopyCustomers>, Runs<StgCustomers>] public sealed class LoadCustomers;
[Task, After<CopyProducts>, Runs<StgProducts>] public sealed class LoadProducts;
[Task, After<CopyStores>, Runs<StgStores>] public sealed class LoadStores;
[Task, After<CopySales>, Runs<StgSales>] public sealed class LoadSales;
[Task, After<CopyInventory>, Runs<StgInventory>] public sealed class LoadInventory;
[Task, After<RootTask>, Runs<StgClickEvents>] public sealed class LoadClickEvents;
[Task, After<LoadClickEvents>, Runs<StgClickstream>] public sealed class LoadClickstream;

// STAGING -> CURATED; the fact waits for its dimensions, whose keys it looks up
[Task, After<LoadCustomers>, Runs<DimCustomer>] public sealed class LoadDimCustomer;
[Task, After<LoadProducts>, Runs<DimProduct>] public sealed class LoadDimProduct;
[Task, After<LoadStores>, Runs<DimStore>] public sealed class LoadDimStore;
[Task, After<LoadSales>, After<LoadDimCustomer>, After<LoadDimProduct>, After<LoadDimStore>, Runs<FactSales>] public sealed class LoadFactSales;
[Task, After<LoadInventory>, After<LoadDimProduct>, After<LoadDimStore>, Runs<FactInventory>] public sealed class LoadFactInventory;
[Task, After<LoadClickstream>, After<LoadDimCustomer>, After<LoadDimProduct>, Runs<FactClickstream>] public sealed class LoadFactClickstream;

// CURATED -> ANALYTICS
[Task(Name = "REFRESH_MVS"), After<LoadFactSales>, Runs<DailySalesSummary>] public sealed class RefreshMarts;
