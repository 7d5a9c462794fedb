using Pipeline.Engine.Reports;

namespace Pipeline.Cli.Output;

/// <summary>What alerts have told, for a person.</summary>
internal static class AlertText
{
    public static void Write(IReadOnlyList<AlertReport> alerts, TextWriter output)
    {
        if (alerts.Count == 0) return;
        output.WriteLine();
        output.WriteLine($"Alerts: {Texts.Some(alerts.Count, "evaluation")}, {Texts.Count(alerts.Count(a => a.Told.Count > 0))} with something to tell");
        foreach (var alert in alerts)
        {
            if (alert.Error is not null) output.WriteLine($"  {alert.Error}");
            if (alert.Told.Count == 0) continue;
            var channels = alert.Channels.Select(c => alert.Posted.Contains(c) ? $"{c}, posted" : $"{c}");
            output.WriteLine($"  {Texts.Time(alert.At)} {alert.Severity.ToString().ToUpperInvariant()} {alert.Alert} to {string.Join("; ", channels)}");
            foreach (var told in alert.Told) output.WriteLine($"    {told.Message}");
        }
    }
}
