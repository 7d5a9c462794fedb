namespace Pipeline.Model;

/// <summary>What the task does: the copies and loads of a table, the refresh of a dynamic or external table, the checks of a gate, the record of the run, or an alert at once. Several run in the order written.</summary>
/// <remarks>
/// Each copy and each load is a transaction of its own: CALL SP_COPY_.., CALL SP_LOAD_... The ledger is run by the finalizer: it calls SP_RECORD_RUN, which
/// keeps what became of each task and what only SHOW and system functions tell. An alert that a task runs is evaluated at once, by CALL SP_SEND_...
/// </remarks>
/// <example><code>[Task, After&lt;RootTask&gt;, Runs&lt;RawCustomers&gt;, Runs&lt;RawStores&gt;] public sealed class CopyMasterData;</code></example>
/// <typeparam name="TWork">The table, dimension, fact, dynamic or external table, gate, ledger or alert.</typeparam>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class RunsAttribute<
    [OfKind(typeof(TableAttribute<>), typeof(DimensionAttribute<>), typeof(CalendarAttribute<>), typeof(FactAttribute<>),
        typeof(DynamicTableAttribute<,>), typeof(ExternalTableAttribute<,>), typeof(GateAttribute<,>), typeof(RunLedgerAttribute<>), typeof(AlertAttribute<,>))] TWork> : Attribute;
