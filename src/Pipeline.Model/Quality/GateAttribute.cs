namespace Pipeline.Model;

/// <summary>A gate between two layers: checks over whole tables, which a task runs before what comes after it.</summary>
/// <remarks>
/// Becomes a procedure SP_CHECK_.. in the schema of the layer that is checked. It counts what breaks each check, writes a row per check into QUALITY_METRICS, and
/// fails where a check that stops found any: the tasks that wait for it don't run then. What it reads of streams stays in them.
/// See <see href="https://docs.snowflake.com/en/developer-guide/stored-procedure/stored-procedures-snowflake-scripting">Stored procedures in Snowflake Scripting</see>.
/// </remarks>
/// <example><code>
/// [Gate&lt;Staging, Curated&gt;]
/// public sealed class StagingGate
/// {
///     [Check(OnFailure.Warn)]
///     static Query&lt;StgSales&gt; OrphanProducts(Query&lt;StgSales&gt; sales, Query&lt;StgProducts&gt; products) =>
///         from s in sales where !products.Any(p =&gt; p.ProductId == s.ProductId) select s;
/// }
///
/// [Task, After&lt;LoadSales&gt;, Runs&lt;StagingGate&gt;] public sealed class CheckStaging;
/// </code></example>
/// <typeparam name="TFrom">The layer that is checked.</typeparam>
/// <typeparam name="TTo">The layer that is made of it: what QUALITY_METRICS says as LAYER.</typeparam>
[AttributeUsage(AttributeTargets.Class)]
public sealed class GateAttribute<[OfKind(typeof(SchemaAttribute))] TFrom, [OfKind(typeof(SchemaAttribute))] TTo> : KindAttribute;
