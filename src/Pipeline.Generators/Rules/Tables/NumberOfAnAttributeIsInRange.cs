using Microsoft.CodeAnalysis;
using Pipeline.Generators.Reading;

namespace Pipeline.Generators.Rules;

/// <summary>The numbers of an object are those that Snowflake takes.</summary>
/// <remarks><see href="https://docs.snowflake.com/en/sql-reference/parameters"/></remarks>
internal sealed class NumberOfAnAttributeIsInRange : ModelRule
{
    private static readonly Dictionary<string, (string Name, int Least, int Most)[]> Ranges = new(StringComparer.Ordinal)
    {
        ["Database"] = [("RetentionDays", 0, 90), ("MaxExtensionDays", 0, 90)],
        ["Schema"] = [("RetentionDays", 0, 90), ("MaxExtensionDays", 0, 90)],
        ["Warehouse"] = [("AutoSuspendSeconds", 0, int.MaxValue), ("MinClusters", 1, 10), ("MaxClusters", 1, 10), ("StatementTimeoutSeconds", 0, 604_800)],
        ["Table"] = [("RetentionDays", -1, 90), ("MaxDeletedPercent", 0, 100)],
        ["Dimension"] = [("LatenessDays", -1, 36_500), ("MaxDeletedPercent", 0, 100)],
        ["Fact"] = [("MaxDeletedPercent", 0, 100)],
        ["DynamicTable"] = [("LagMinutes", 0, int.MaxValue)],
        ["CsvFormat"] = [("SkipHeader", 0, int.MaxValue)],
    };

    public override DiagnosticDescriptor Descriptor { get; } = RuleDescriptor.Error(
        RuleIds.NumberOfAnAttributeIsInRange,
        "A number of an attribute is out of range",
        "'{0}' says {1} = {2}, which is out of range; say {3}");

    /// <summary>The number in range that lies nearest; null for one that is in range, or that this rule doesn't know.</summary>
    public static int? Nearest(string kind, string name, int value) =>
        Ranges.TryGetValue(kind, out var ranges) && ranges.FirstOrDefault(r => r.Name == name) is { Name: not null } range && (value < range.Least || value > range.Most) ? Math.Max(range.Least, Math.Min(range.Most, value)) : null;

    public override IEnumerable<ReadProblem> Check(ReadContext context)
    {
        if (KindNames.KindWord(context.Type) is not { } word || !Ranges.TryGetValue(word, out var ranges)) yield break;
        foreach (var (name, least, most) in ranges)
        {
            if (context.Kind.Named<int?>(name, null) is { } value && (value < least || value > most))
            {
                yield return Problem(context.KindLocation, context.Type.Name, name, value, most == int.MaxValue ? $"{least} or more" : $"{least} to {most}");
            }
        }
    }
}
