namespace Pipeline.Model;

/// <summary>What the task does: the copies and loads of a table, the refresh of a dynamic table, or the checks of a gate. Several run in the order written.</summary>
/// <remarks>Each copy and each load is a transaction of its own: CALL SP_COPY_.., CALL SP_LOAD_...</remarks>
/// <example><code>[Task, After&lt;RootTask&gt;, Runs&lt;RawCustomers&gt;, Runs&lt;RawStores&gt;] public sealed class CopyMasterData;</code></example>
/// <typeparam name="TWork">The table, dimension, fact, dynamic table or gate.</typeparam>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class RunsAttribute<
    [OfKind(typeof(TableAttribute<>), typeof(DimensionAttribute<>), typeof(CalendarAttribute<>), typeof(FactAttribute<>),
        typeof(DynamicTableAttribute<,>), typeof(GateAttribute<,>))] TWork> : Attribute;
