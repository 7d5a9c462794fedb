using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Pipeline.Catalog;

namespace Pipeline.Generators.Rules;

/// <summary>A time zone that is named is one: a schedule of another isn't taken, and a function of another fails as it runs.</summary>
/// <remarks><see href="https://docs.snowflake.com/en/sql-reference/sql/create-task"/>, SCHEDULE; <see href="https://docs.snowflake.com/en/sql-reference/functions/convert_timezone"/>.</remarks>
internal sealed class TimeZoneIsKnown : CatalogRule
{
    // Asked for each query after each edit, and a query never changes.
    private static readonly ConditionalWeakTable<Query, IReadOnlyList<string>> Known = new();

    public override DiagnosticDescriptor Descriptor { get; } = RuleDescriptor.Warning(
        RuleIds.TimeZoneIsKnown,
        "A time zone isn't known",
        "'{0}' names the time zone '{1}', which the IANA database doesn't have; write {2}");

    public override IEnumerable<CatalogProblem> Check(ModelView model)
    {
        foreach (var item in model.Objects)
        {
            var cron = item switch { TaskObject task => task.Cron, AlertObject alert => alert.Cron, _ => null };
            if (cron is not null && CronSchedule.Parse(cron, out _) is { Zone: var zone } && Problem(item, zone, AtKind) is { } schedule) yield return schedule;
            foreach (var name in Queries(item).SelectMany(q => Known.GetValue(q, Zones.In)).Distinct(StringComparer.Ordinal))
            {
                if (Problem(item, name, (type, _) => type.Locations.FirstOrDefault()) is { } query) yield return query;
            }
        }
    }

    private CatalogProblem? Problem(CatalogObject item, string zone, Func<INamedTypeSymbol, CancellationToken, Location?> where) => zone.Contains("${") || TimeZoneNames.Has(zone)
        ? null
        : Problem(item, where, ModelView.Short(item), zone, TimeZoneNames.OtherwiseWritten(zone) is { } known ? $"'{known}'" : "one of its names, such as Europe/Berlin or UTC");

    private static IEnumerable<Query> Queries(CatalogObject item) => item switch
    {
        TableObject table => table.Loads.Select(l => l.Query),
        _ => RowObjects.QueryOf(item) is { } query ? [query] : [],
    };

    private sealed class Zones : QueryRewriter
    {
        private readonly List<string> names = [];

        public static IReadOnlyList<string> In(Query query)
        {
            var zones = new Zones();
            zones.Rewrite(query);
            return zones.names;
        }

        public override Expression Rewrite(Expression expression)
        {
            if (expression is FunctionCall { Function: "ConvertTimeZone" } call) names.AddRange(call.Arguments.Take(2).OfType<Literal>().Select(z => z.Value).OfType<string>());
            return base.Rewrite(expression);
        }
    }
}
