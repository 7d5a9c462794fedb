// MONITORING: who is told of what. Secrets are known by name; a person makes them in the account.
using Pipeline.Model;

namespace Retail;

/// <summary>Those who run the platform.</summary>
[EmailChannel("${alerts.email}")] public sealed class OperationsMail;

/// <summary>The Slack channel of those who look after the data.</summary>
[WebhookChannel(Webhook.Slack, Secret = "MONITORING.SLACK_WEBHOOK")] public sealed class DataQualitySlack;

/// <summary>Who is on call.</summary>
[WebhookChannel(Webhook.PagerDuty, Secret = "MONITORING.PAGERDUTY_KEY")] public sealed class OnCallPagerDuty;

/// <summary>A topic to which telephones subscribe.</summary>
[SnsTopic("${sns.cost}", RoleArn = "${sns.role_arn}")] public sealed class CostSms;

/// <summary>A task of the graph failed.</summary>
[Alert<Monitoring, TransformWh>(EveryMinutes = 60, Severity = Severity.Error, RepeatMinutes = 240), Notifies<OperationsMail>]
public sealed class TaskFailure
{
    [Alarms]
    internal static Query<Alarm> Failed(Query<TaskRuns> runs) =>
        from r in runs
        where r.State.StartsWith("FAILED") && r.ScheduledTime >= DateTime.UtcNow.AddDays(-1)
        group r by r.TaskName into task
        select new Alarm { Subject = task.Key, Message = task.Key + " failed: " + (task.Last(r => r.ErrorMessage, r => (r.ScheduledTime, r.AttemptNumber)) ?? "no reason was given") };
}

/// <summary>A check found what is wrong with the data.</summary>
[Alert<Monitoring, TransformWh>(EveryMinutes = 60, Severity = Severity.Warning, RepeatMinutes = 1440), Notifies<DataQualitySlack>]
public sealed class QualityFailure
{
    [Alarms]
    internal static Query<Alarm> Found(Query<QualityMetrics> checks) =>
        from c in checks
        where c.Status == "FAIL" && c.RunTime >= DateTime.UtcNow.AddDays(-1)
        group c by (c.CheckName, c.Target) into check
        select new Alarm
        {
            Subject = check.Key.Target + " " + check.Key.CheckName,
            Message = check.Key.CheckName + " of " + check.Key.Target + " found " + check.Sum(c => c.ErrorCount).ToString() + " rows that are wrong",
        };
}

/// <summary>A warehouse used more credits today than a day should cost.</summary>
[Alert<Monitoring, TransformWh>(EveryMinutes = 180, Severity = Severity.Warning, RepeatMinutes = 1440), Notifies<CostSms>]
public sealed class CostThreshold
{
    private const decimal CreditsOfADay = 50m;

    [Alarms]
    internal static Query<Alarm> Exceeded(Query<WarehouseCredits> credits) =>
        from c in credits
        where c.Day >= DateOnly.FromDateTime(DateTime.UtcNow) && c.CreditsUsed > CreditsOfADay
        select new Alarm { Subject = c.WarehouseName, Message = c.WarehouseName + " used " + Math.Round(c.CreditsUsed, 1).ToString() + " credits today" };
}

/// <summary>A table is older than its readers were promised.</summary>
[Alert<Monitoring, TransformWh>(EveryMinutes = 30, Severity = Severity.Critical, RepeatMinutes = 240), Notifies<OnCallPagerDuty>]
public sealed class SlaBreach
{
    [Alarms]
    internal static Query<Alarm> Stale(Query<TableFreshness> tables) =>
        from t in tables
        where t.IsBreached
        select new Alarm
        {
            Subject = t.TableSchema + "." + t.TableName,
            Message = t.TableSchema + "." + t.TableName + " has no row of the last " + t.SlaMinutes.ToString() + " minutes",
        };
}
