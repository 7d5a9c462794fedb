using DuckDB.NET.Data;
using Pipeline.Catalog;
using Pipeline.Engine.Database;
using Pipeline.Engine.Reports;

namespace Pipeline.Engine.Alerts;

/// <summary>Evaluates alerts: what is due is kept in ALERT_LOG, shown, and posted where the caller gave a webhook's address.</summary>
internal sealed class AlertRunner(DuckDbSession session, CompiledCatalog catalog, LocalOptions options)
{
    private readonly List<AlertReport> reports = [];
    private int notices;

    /// <summary>What was evaluated since the last call.</summary>
    public IReadOnlyList<AlertReport> Take()
    {
        IReadOnlyList<AlertReport> taken = [.. reports];
        reports.Clear();
        return taken;
    }

    public void EvaluateAll(DateTime now)
    {
        // With no alert too: views that read the clock tell of the time of the run from here on.
        session.SetVariables(("now", Names.Time(now)));
        foreach (var alert in catalog.All<AlertObject>().Where(a => !a.Suspended)) Evaluate(alert, now);
    }

    /// <returns>What went wrong; null where nothing did.</returns>
    public string? Evaluate(AlertObject alert, DateTime now)
    {
        var report = new AlertReport(alert.Name, alert.Severity, now, []) { Channels = alert.Channels };
        try
        {
            session.InTransaction(() => report = Tell(alert, report, now));
        }
        catch (Exception e) when (e is DuckDBException or EngineException)
        {
            report = report with { Error = $"{alert.Name} can't be evaluated: {e.Message.Split('\n')[0]}" };
        }
        catch (UntoldException e)
        {
            report = report with { Error = $"{alert.Name}: {e.Message}; it is told again at the next evaluation" };
        }

        reports.Add(report);
        return report.Error;
    }

    private AlertReport Tell(AlertObject alert, AlertReport report, DateTime now)
    {
        var notice = Names.Text(FormattableString.Invariant($"{alert.Name}@{now:yyyy-MM-ddTHH:mm:ss}#{++notices}"));
        session.SetVariables(("now", Names.Time(now)), ("notice_id", notice));
        session.Execute(Spelling.Statement(AlertLowering.Log(catalog, alert)));
        var told = session.Query($"SELECT SUBJECT, MESSAGE FROM {Names.Sql(MonitoringTables.AlertLog(catalog))} WHERE NOTICE_ID = {notice} ORDER BY SUBJECT, MESSAGE").Rows
            .Select(r => new AlarmReport((string)r[0]!, (string)r[1]!)).ToList();
        return told.Count == 0 ? report : report with { Told = told, Posted = [.. Post(alert, told)] };
    }

    private List<QualifiedName> Post(AlertObject alert, List<AlarmReport> told)
    {
        var message = $"[{alert.Severity.ToString().ToUpperInvariant()}] {alert.Name.Name}: {alert.Comment}\n{string.Join('\n', told.Select(t => t.Message))}";
        var posted = new List<QualifiedName>();
        foreach (var channel in alert.Channels.Select(c => catalog.Find<WebhookChannelObject>(c)).OfType<WebhookChannelObject>())
        {
            if (!options.Webhooks.TryGetValue(channel.Name.Name, out var address)) continue;
            if (WebhookPost.Send(channel, address, message) is { } problem) throw new UntoldException(problem);
            posted.Add(channel.Name);
        }

        return posted;
    }

    private sealed class UntoldException(string message) : Exception(message);
}
