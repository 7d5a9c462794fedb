namespace Pipeline.Model;

/// <summary>Says in which schema the platform keeps its ledger: LOAD_RUNS, LOAD_OFFSETS and QUALITY_METRICS.</summary>
/// <remarks>
/// At most one class of a model has it; without one the ledger lies in a schema PIPELINE. LOAD_RUNS has a row per run of a load or
/// copy: rows read, inserted, updated, closed, deleted, rejected, deduplicated. It is written in the load's own transaction,
/// and so is LOAD_OFFSETS: from where to where the run read each of its streams.
/// </remarks>
/// <example><code>[RunLedger&lt;Monitoring&gt;] public sealed class Ledger;</code></example>
/// <typeparam name="TSchema">The schema.</typeparam>
[AttributeUsage(AttributeTargets.Class)]
public sealed class RunLedgerAttribute<[OfKind(typeof(SchemaAttribute))] TSchema> : Attribute;
