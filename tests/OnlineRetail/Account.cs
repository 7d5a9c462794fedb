// A wholesaler's invoice lines, one file a day. Read first; then Landing, Staging, Curated, Analytics, Orchestration.
using Pipeline.Model;

namespace OnlineRetail;

/// <summary>Invoice lines as delivered.</summary>
[Schema(RetentionDays = 1)] public sealed class Landing;

/// <summary>Invoice lines with types, and those that were rejected.</summary>
[Schema(Transient = true)] public sealed class Staging;

/// <summary>The star.</summary>
[Schema(RetentionDays = 1)] public sealed class Curated;

/// <summary>What consumers read.</summary>
[Schema] public sealed class Analytics;

/// <summary>The task graph.</summary>
[Schema] public sealed class Etl;

/// <summary>What the platform says about itself.</summary>
[Schema] public sealed class Monitoring;

/// <summary>Every run and every check is recorded in MONITORING.</summary>
[RunLedger<Monitoring>] public sealed class Ledger;

/// <summary>Runs all loads.</summary>
[Warehouse(Size = WarehouseSize.XSmall, AutoSuspendSeconds = 60)] public sealed class TransformWh;

/// <summary>The bucket to which the invoices are delivered.</summary>
[StorageIntegration(RoleArn = "${s3.role_arn}", AllowedLocations = ["${s3.root}/"])]
public sealed class InvoicesS3;
