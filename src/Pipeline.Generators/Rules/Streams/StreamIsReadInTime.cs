using Microsoft.CodeAnalysis;
using Pipeline.Catalog;

namespace Pipeline.Generators.Rules;

/// <summary>A stream is read before it grows stale, also where a run fails and the next has to do it.</summary>
/// <remarks><see href="https://docs.snowflake.com/en/user-guide/streams-intro#data-retention-period-and-staleness"/></remarks>
internal sealed class StreamIsReadInTime : CatalogRule
{
    public override DiagnosticDescriptor Descriptor { get; } = RuleDescriptor.Warning(
        RuleIds.StreamIsReadInTime,
        "A stream grows stale between two runs",
        "'{0}' runs {1}, and '{2}' is stale after {3}: {4}; {5}");

    // MAX_DATA_EXTENSION_TIME_IN_DAYS goes up to it.
    private const int LongestExtension = 90;

    public override IEnumerable<CatalogProblem> Check(ModelView model)
    {
        var schemas = model.All<SchemaObject>().GroupBy(s => s.Name.Name).ToDictionary(g => g.Key, g => g.First());
        foreach (var root in model.All<TaskObject>().Where(t => t.IsRoot && !t.IsTriggered))
        {
            var streams = model.TablesOf(root.Name).SelectMany(t => t.Loads).SelectMany(l => l.Streams).Distinct().Select(model.Stream).OfType<StreamObject>().ToList();
            if (streams.Count == 0 || LongestPause(root) is not { } hours) continue;
            foreach (var stream in streams)
            {
                if (KeptShortest(model, stream, schemas) is not var (kept, table, schema) || kept == 0 || 2 * hours < 24 * kept) continue;
                var days = (hours + 23) / 24;
                var isBehind = table.Name != stream.Source;
                var what = hours >= 24 * kept
                    ? $"{(isBehind ? $"the changes of '{ModelView.Short(table)}'" : "its changes")} are lost before a run reads them"
                    : $"where one run fails, the next comes too late{(isBehind ? $" for the changes of '{ModelView.Short(table)}'" : "")}";
                var instead = 2 * days < LongestExtension ? $"run it more often, or say MaxExtensionDays = {2 * days + 1} of '{ModelView.Short(schema)}', which leaves time for a second run" : "run it more often";
                yield return Problem(root, AtKind, ModelView.Short(root), days == 1 ? "once a day" : $"every {days} days at the longest", ModelView.Short(stream), kept == 1 ? "a day" : $"{kept} days", what, instead);
            }
        }
    }

    // Of a view the tables below it keep the changes: the stream is stale as soon as one of them has lost some.
    private static (int Days, CatalogObject Table, SchemaObject Schema)? KeptShortest(ModelView model, StreamObject stream, Dictionary<string, SchemaObject> schemas)
    {
        (int Days, CatalogObject Table, SchemaObject Schema)? shortest = null;
        foreach (var item in Followed(model, stream.Source, []))
        {
            if (item.Name.Schema is not { } name || !schemas.TryGetValue(name, out var schema)) continue;
            var days = Math.Max((item as TableObject)?.RetentionDays ?? schema.RetentionDays, schema.MaxExtensionDays);
            if (shortest is null || days < shortest.Value.Days) shortest = (days, item, schema);
        }

        return shortest;
    }

    private static IEnumerable<CatalogObject> Followed(ModelView model, QualifiedName source, HashSet<QualifiedName> met) =>
        !met.Add(source) ? [] : model.Named(source).FirstOrDefault(o => o is not StreamObject) switch
        {
            ViewObject view => SourceCollector.NamesIn(view.Query).SelectMany(name => Followed(model, name, met)),
            { } item => [item],
            null => [],
        };

    // In hours, over a year that has a leap day.
    private static int? LongestPause(TaskObject root)
    {
        if (root.Cron is null) return root.EveryMinutes / 60;
        if (CronSchedule.Parse(root.Cron, out _) is not { } schedule) return null;
        var (last, longest) = ((int?)null, (int?)null);
        for (var hour = 0; hour < 24 * (366 + 366); hour++)
        {
            if (!schedule.MatchesHour(new DateTime(2023, 1, 1).AddHours(hour))) continue;
            if (last is { } before) longest = Math.Max(longest ?? 0, hour - before);
            last = hour;
        }

        return longest;
    }
}
