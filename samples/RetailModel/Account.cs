// The account: layers with who may do what in them, roles, compute, the bucket. Read first; then Landing, Staging, Curated, Analytics, Orchestration.
using Pipeline.Model;

namespace Retail;

/// <summary>Raw data as delivered, for debugging and reprocessing.</summary>
[Schema(RetentionDays = 7), Grant<Loader>(Access.Write), Grant<Transformer>(Access.Write), Grant<PlatformAdmin>(Access.Create)] public sealed class Landing;

/// <summary>Cleansed, validated data with its changes tracked.</summary>
[Schema(Transient = true), Grant<Transformer>(Access.Write), Grant<PlatformAdmin>(Access.Create)] public sealed class Staging;

/// <summary>The star schema, with full Time Travel.</summary>
[Schema(RetentionDays = 90), Grant<Transformer>(Access.Write), Grant<PlatformAdmin>(Access.Create)] public sealed class Curated;

/// <summary>Marts and aggregates for consumers.</summary>
[Schema(Published = true), Grant<Analyst>(Access.Read), Grant<Transformer>(Access.Write), Grant<PlatformAdmin>(Access.Create)] public sealed class Analytics;

/// <summary>The task graph.</summary>
[Schema, Grant<Operator>(Access.Operate), Grant<PlatformAdmin>(Access.Create)] public sealed class Etl;

/// <summary>What the platform says about itself.</summary>
[Schema, Grant<Operator>(Access.Read), Grant<Transformer>(Access.Write), Grant<PlatformAdmin>(Access.Create)] public sealed class Monitoring;

/// <summary>Policies, and the tables that they look into; only its owner grants anything of it.</summary>
[Schema(ManagedAccess = true), Grant<Steward>(Access.Read)] public sealed class Governance;

/// <summary>Brings files into LANDING.</summary>
[Role] public sealed class Loader;

/// <summary>Runs all loads; masks and row filters show it everything, so that nothing is stored masked.</summary>
[Role(RunsLoads = true)] public sealed class Transformer;

/// <summary>Reads the marts.</summary>
[Role] public sealed class Analyst;

/// <summary>Reads the marts, and of sales by region those of the East.</summary>
[Role, Includes<Analyst>] public sealed class EastManager;

/// <summary>Reads the marts, and of sales by region those of the West.</summary>
[Role, Includes<Analyst>] public sealed class WestManager;

/// <summary>Reads the marts, with the sales of all regions.</summary>
[Role, Includes<Analyst>] public sealed class SalesAdmin;

/// <summary>Reads personal data in clear without changing any; the loads, and who administers them, see it too.</summary>
[Role(Apart = true), Includes<Analyst>] public sealed class PiiReader;

/// <summary>Keeps the policies, and says who may see what.</summary>
[Role(Apart = true)] public sealed class Steward;

/// <summary>Watches the runs, starts and stops them.</summary>
[Role] public sealed class Operator;

/// <summary>Changes what is in the layers. Integrations, policies and roles take an administrator of the account to deploy.</summary>
[Role, Includes<Loader>, Includes<Transformer>, Includes<Operator>] public sealed class PlatformAdmin;

/// <summary>Every run and every check is recorded in MONITORING.</summary>
[RunLedger<Monitoring>] public sealed class Ledger;

/// <summary>What the platform's warehouses may use in a month.</summary>
[ResourceMonitor(CreditQuota = 200, NotifyAtPercent = [75, 90], SuspendAtPercent = 100, SuspendImmediatelyAtPercent = 110)]
[Grant<Operator>(Access.Read), Grant<Transformer>(Access.Read)]
public sealed class RetailQuota;

/// <summary>Runs all loads.</summary>
[Warehouse(Size = WarehouseSize.Small, AutoSuspendSeconds = 60), LimitedBy<RetailQuota>, Tagged<CostCenter>("platform")]
[Grant<Transformer>(Access.Use), Grant<Loader>(Access.Use), Grant<Operator>(Access.Operate)]
public sealed class TransformWh;

/// <summary>Answers those who read the marts; grows when they queue.</summary>
[Warehouse(Size = WarehouseSize.XSmall, MaxClusters = 3), LimitedBy<RetailQuota>, Tagged<CostCenter>("retail")]
[Grant<Analyst>(Access.Use), Grant<SalesBoard>(Access.Use), Grant<ChurnModel>(Access.Use), Grant<ShopApp>(Access.Use)]
public sealed class BiWh;

/// <summary>The bucket to which the source systems deliver.</summary>
[StorageIntegration(RoleArn = "${s3.role_arn}", AllowedLocations = ["${s3.root}/"], ExternalId = "${s3.external_id}"), Grant<Loader>(Access.Use)]
public sealed class RetailS3;

/// <summary>The retail platform.</summary>
[Database(Name = "RETAIL"), Grant<Operator>(Access.Read), Grant<PlatformAdmin>(Access.Create)]
public sealed class RetailDatabase;
