// ETL: the hourly graph. Files are copied, staged, made into the star, and the marts refreshed; a gate stands before each layer.
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
[Task, After<RootTask>, Runs<SupplierPrices>, Runs<SupplierPricesByMonth>] public sealed class RefreshSupplierPrices;

[Task, After<CopyCustomers>, After<CopyProducts>, After<CopyStores>, After<CopySales>, After<CopyInventory>, After<RefreshSupplierPrices>, Runs<LandingGate>] public sealed class CheckLanding;

// LANDING -> STAGING
[Task, After<CheckLanding>, Runs<StgCustomers>] public sealed class LoadCustomers;
[Task, After<CheckLanding>, Runs<StgProducts>] public sealed class LoadProducts;
[Task, After<CheckLanding>, Runs<StgStores>] public sealed class LoadStores;
[Task, After<CheckLanding>, Runs<StgSales>] public sealed class LoadSales;
[Task, After<CheckLanding>, Runs<StgInventory>] public sealed class LoadInventory;
[Task, After<CheckLanding>, Runs<StgSupplierPrices>] public sealed class LoadSupplierPrices;
[Task, After<CheckLanding>, Runs<StgClickEvents>, Runs<StgClickstream>] public sealed class LoadClickstream;
[Task, After<LoadCustomers>, After<LoadProducts>, After<LoadStores>, After<LoadSales>, After<LoadInventory>, After<LoadClickstream>, After<LoadSupplierPrices>, Runs<StagingGate>] public sealed class CheckStaging;

// STAGING -> CURATED; a fact waits for its dimensions, whose keys it looks up
[Task, After<CheckStaging>, Runs<DimCustomer>] public sealed class LoadDimCustomer;
[Task, After<CheckStaging>, Runs<DimProduct>] public sealed class LoadDimProduct;
[Task, After<CheckStaging>, Runs<DimStore>] public sealed class LoadDimStore;
[Task, After<LoadDimCustomer>, After<LoadDimProduct>, After<LoadDimStore>, Runs<FactSales>] public sealed class LoadFactSales;
[Task, After<LoadDimProduct>, After<LoadDimStore>, Runs<FactInventory>] public sealed class LoadFactInventory;
[Task, After<LoadDimCustomer>, After<LoadDimProduct>, Runs<FactClickstream>] public sealed class LoadFactClickstream;
[Task, After<LoadFactSales>, After<LoadFactInventory>, After<LoadFactClickstream>, Runs<CuratedGate>] public sealed class CheckCurated;

// CURATED -> ANALYTICS
[Task(Name = "REFRESH_MVS"), After<CheckCurated>, Runs<DailySalesSummary>, Runs<Customer360>, Runs<MonthlyRevenue>, Runs<CustomerCohorts>] public sealed class RefreshMarts;
[Task(Name = "QUALITY_CHECKS"), After<RefreshMarts>, Runs<AnalyticsGate>] public sealed class CheckMarts;
