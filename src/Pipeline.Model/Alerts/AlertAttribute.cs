namespace Pipeline.Model;

/// <summary>An alert: a query whose rows somebody should know, asked on a schedule and told to channels.</summary>
/// <remarks>
/// <para>Becomes CREATE OR ALTER ALERT .. IF (EXISTS (..)) THEN CALL SP_SEND_.., and that procedure. What was told is kept in ALERT_LOG beside the ledger,
/// and a subject isn't told again within <see cref="RepeatMinutes"/>: an alert of Snowflake's own fires at each evaluation for as long as its condition holds.
/// Where a channel can't be told, nothing is kept, and the next evaluation tries again.</para>
/// <para>Snowflake creates alerts suspended; a deployment whose schedules run resumes them. A task can evaluate it at once too: <c>Runs&lt;TaskFailure&gt;</c>.</para>
/// <para>In a local run it is evaluated after the graphs and shown.</para>
/// See <see href="https://docs.snowflake.com/en/sql-reference/sql/create-alert">CREATE ALERT</see>.
/// </remarks>
/// <example><code>
/// [Alert&lt;Monitoring, TransformWh&gt;(EveryMinutes = 15, Severity = Severity.Critical, RepeatMinutes = 60), Notifies&lt;OpsMail&gt;]
/// public sealed class SlaBreach
/// {
///     [Alarms] static Query&lt;Alarm&gt; Stale(Query&lt;TableFreshness&gt; tables) =>
///         from t in tables where t.IsBreached select new Alarm { Subject = t.TableName, Message = t.TableName + " is too old" };
/// }
/// </code></example>
/// <typeparam name="TSchema">The schema of the alert.</typeparam>
/// <typeparam name="TWarehouse">The warehouse that it runs on.</typeparam>
[AttributeUsage(AttributeTargets.Class)]
public sealed class AlertAttribute<
    [OfKind(typeof(SchemaAttribute))] TSchema, [OfKind(typeof(WarehouseAttribute))] TWarehouse> : KindAttribute
{
    /// <summary>Five cron fields and a time zone: <c>7 * * * * UTC</c>.</summary>
    public string? Cron { get; init; }

    /// <summary>The interval, in place of a cron expression; 1 to 11520.</summary>
    public int EveryMinutes { get; init; }

    /// <summary>How bad it is: in front of what is told, and in ALERT_LOG.</summary>
    public Severity Severity { get; init; } = Severity.Error;

    /// <summary>For how many minutes the same subject isn't told again; 0 tells it at each evaluation.</summary>
    public int RepeatMinutes { get; init; } = 60;

    /// <summary>It is deployed but not resumed.</summary>
    public bool Suspended { get; init; }
}
