namespace Pipeline.Model;

/// <summary>The query of an alert: a static method that gives what there is to tell. No row means that all is well.</summary>
/// <remarks>The parameters are the tables, views and records that it reads; no stream, since nobody would consume it. It may use <c>DateTime.UtcNow</c>.</remarks>
/// <example><code>
/// [Alarms] static Query&lt;Alarm&gt; Stale(Query&lt;TableFreshness&gt; tables) =>
///     from t in tables where t.IsBreached select new Alarm { Subject = t.TableName, Message = t.TableName + " is too old" };
/// </code></example>
[AttributeUsage(AttributeTargets.Method)]
public sealed class AlarmsAttribute : Attribute;
