// The account: layers, compute, the bucket. Read first; then Landing, Staging, Curated, Analytics, Orchestration.
using Pipeline.Model;

namespace Retail;

/// <summary>Raw data as delivered, for debugging and reprocessing.</summary>
[Schema(RetentionDays = 7)] public sealed class Landing;

/// <summary>Cleansed, validated data with its changes tracked.</summary>
[Schema(Transient = true)] public sealed class Staging;

/// <summary>The star schema, with full Time Travel.</summary>
[Schema(RetentionDays = 90)] public sealed class Curated;

/// <summary>Marts and aggregates for consumers.</summary>
[Schema] public sealed class Analytics;

/// <summary>The task graph.</summary>
[Schema] public sealed class Etl;

/// <summary>What the platform says about itself.</summary>
[Schema] public sealed class Monitoring;

/// <summary>Every run and every check is recorded in MONITORING.</summary>
[RunLedger<Monitoring>] public sealed class Ledger;

/// <summary>Runs all loads.</summary>
[Warehouse(Size = WarehouseSize.Small, AutoSuspendSeconds = 60)] public sealed class TransformWh;

/// <summary>The bucket to which the source systems deliver.</summary>
[StorageIntegration(RoleArn = "${s3.role_arn}", AllowedLocations = ["${s3.root}/"], ExternalId = "${s3.external_id}")]
public sealed class RetailS3;
