using Pipeline.Catalog;

namespace Pipeline.Sql.Snowflake;

/// <summary>An alert, and the procedure by which it tells its channels.</summary>
internal static class AlertRenderer
{
    // What an SMS and an incident's summary hold.
    private const int LongestMessage = 1000;

    private const int LongestTitle = 200;

    public static string Render(SnowflakeRenderer renderer, AlertObject alert) => renderer.Fill("Alerts/alert.sql", "alert", new AlertView(
        renderer.Name(alert.Name), renderer.Name(alert.Warehouse),
        alert.Cron is { } cron ? "USING CRON " + cron : FormattableString.Invariant($"{alert.EveryMinutes} MINUTE"), alert.Comment,
        Layout.Indent(Layout.Indent(renderer.Dialect.Queries.Write(AlertLowering.Due(renderer.Catalog, alert)))), renderer.Name(AlertLowering.ProcedureOf(alert.Name))));

    public static string Procedure(SnowflakeRenderer renderer, AlertObject alert)
    {
        var log = AlertLowering.Log(renderer.Catalog, alert);
        return SnowflakeQuoting.WithBody(renderer.Fill("Alerts/send_procedure.sql", "alert", new ProcedureView(
            renderer.Name(AlertLowering.ProcedureOf(alert.Name)), Title(alert), ProcedureScript.Write(renderer.Dialect, log, alert.At),
            renderer.Name(MonitoringTables.AlertLog(renderer.Catalog)), LongestMessage,
            alert.Channels.Any(c => renderer.Catalog.Find(c) is WebhookChannelObject),
            alert.Channels.Select(c => ChannelRenderer.Send(renderer, c)).ToEquatableArray())));
    }

    /// <summary>The lines that start the alerts of a deployment whose schedules run; null where none is to start.</summary>
    public static string? Resume(SnowflakeRenderer renderer)
    {
        if (renderer.Schedules != Schedules.Running) return null;
        var lines = renderer.Catalog.All<AlertObject>().Select(a => $"ALTER ALERT {renderer.Name(a.Name)} {(a.Suspended ? "SUSPEND" : "RESUME")};").ToList();
        return lines.Count == 0 ? null : "-- Alerts are created suspended.\n" + string.Join("\n", lines);
    }

    private static string Title(AlertObject alert)
    {
        var title = $"[{alert.Severity.ToString().ToUpperInvariant()}] {alert.Name.Name}{(string.IsNullOrEmpty(alert.Comment) ? "" : ": " + alert.Comment)}";
        return title.Length <= LongestTitle ? title : title.Substring(0, LongestTitle - 2) + "..";
    }

    private sealed record AlertView(string Name, string Warehouse, string Schedule, string? Comment, string Condition, string Procedure);

    private sealed record ProcedureView(string Procedure, string Title, string Log, string LogTable, int Longest, bool HasWebhooks, EquatableArray<string> Channels);
}
