using Microsoft.CodeAnalysis;
using Pipeline.Catalog;

namespace Pipeline.Generators.Rules;

/// <summary>An alert on Snowflake's own record of the account asks no more often than that is written.</summary>
/// <remarks>
/// A view of ACCOUNT_USAGE lags by 45 minutes at least, and each evaluation runs the warehouse: more often, it pays for the same answer.
/// <see href="https://docs.snowflake.com/en/sql-reference/account-usage"/>
/// </remarks>
internal sealed class AlertWaitsForItsRecord : CatalogRule
{
    private const int LagMinutes = 45;

    public override DiagnosticDescriptor Descriptor { get; } = RuleDescriptor.Warning(
        RuleIds.AlertWaitsForItsRecord,
        "An alert asks more often than its record is written",
        "'{0}' asks {1} {2}, which is up to date no sooner than after {3} minutes: the warehouse runs for the same answer; say EveryMinutes = 60");

    public override IEnumerable<CatalogProblem> Check(ModelView model)
    {
        var views = new Dictionary<QualifiedName, Query>();
        foreach (var view in model.All<ViewObject>())
        {
            if (!views.ContainsKey(view.Name)) views.Add(view.Name, view.Query);
        }

        foreach (var alert in model.All<AlertObject>())
        {
            var often = alert switch
            {
                { Cron: null, EveryMinutes: 1 } => "every minute",
                { Cron: null, EveryMinutes: > 1 and < LagMinutes } => $"every {alert.EveryMinutes} minutes",
                { Cron: { } cron } when CronSchedule.Parse(cron, out _)?.ShortestPause is < LagMinutes and var pause => pause == 1 ? "every minute" : $"again after {pause} minutes",
                _ => null,
            };
            if (often is not null && Record(alert.Query, views, []) is { } record) yield return Problem(alert, AtKind, ModelView.Short(alert), record.ToString(), often, LagMinutes);
        }
    }

    // Views are read when they are asked.
    private static QualifiedName? Record(Query query, Dictionary<QualifiedName, Query> views, HashSet<QualifiedName> seen)
    {
        foreach (var name in SourceCollector.NamesIn(query).Where(seen.Add))
        {
            if (AccountViews.Has(name)) return name;
            if (views.TryGetValue(name, out var view) && Record(view, views, seen) is { } found) return found;
        }

        return null;
    }
}
