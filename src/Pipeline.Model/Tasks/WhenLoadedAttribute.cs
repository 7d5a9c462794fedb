namespace Pipeline.Model;

/// <summary>The task runs only when that predecessor has copied or loaded rows. Several mean any of them.</summary>
/// <remarks>
/// <para>The predecessor returns the number of its rows by SYSTEM$SET_RETURN_VALUE, and this becomes
/// WHEN SYSTEM$GET_PREDECESSOR_RETURN_VALUE('..')::NUMBER &gt; 0. TASK_HISTORY shows the number as RETURN_VALUE.</para>
/// See <see href="https://docs.snowflake.com/en/sql-reference/functions/system_get_predecessor_return_value">SYSTEM$GET_PREDECESSOR_RETURN_VALUE</see>.
/// </remarks>
/// <example><code>[Task, After&lt;LoadFactSales&gt;, WhenLoaded&lt;LoadFactSales&gt;, Runs&lt;DailySalesSummary&gt;] public sealed class RefreshMarts;</code></example>
/// <typeparam name="TTask">A task that this one waits for.</typeparam>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class WhenLoadedAttribute<[OfKind(typeof(TaskAttribute))] TTask> : Attribute;
