using Microsoft.CodeAnalysis;

namespace Pipeline.Generators.Rules;

/// <summary>The rules that reading itself holds: what breaks them can't be read, and the reader says what and where.</summary>
internal static class ReadingRules
{
    public static readonly IReadOnlyList<DiagnosticDescriptor> All =
    [
        RuleDescriptor.Error(RuleIds.UnknownPlace, "A class has no place in the account", "{0}"),
        RuleDescriptor.Error(RuleIds.NoColumnType, "A property has a type that no column can have", "{0}"),
        RuleDescriptor.Error(RuleIds.CalendarReadsDeclaredRows, "A calendar reads rows that come later", "{0}"),
        RuleDescriptor.Error(RuleIds.NoDefinition, "A class doesn't say what its rows are", "{0}"),
        RuleDescriptor.Error(RuleIds.DeclaredRowsDiffer, "Two declared rows have one key", "{0}"),
        RuleDescriptor.Error(RuleIds.LoadMissesColumn, "A load leaves a column without a value", "{0}"),
        RuleDescriptor.Error(RuleIds.NullIntoNotNull, "A value that may be null goes into a NOT NULL column", "{0}"),
        RuleDescriptor.Error(RuleIds.StreamDrivesItsLoad, "A stream is joined instead of read first", "{0}"),
        RuleDescriptor.Error(RuleIds.Untranslatable, "C# that has no SQL", "{0}"),
        RuleDescriptor.Error(RuleIds.Unreadable, "A class can't be read", "{0}"),
        RuleDescriptor.Error(RuleIds.LossyAssignment, "A value doesn't fit its column", "{0}"),
        RuleDescriptor.Error(RuleIds.FreshnessCanBeTold, "Nobody can tell how fresh a table is", "{0}"),
        RuleDescriptor.Error(RuleIds.ConditionKeepsRowsApart, "A condition within a query doesn't keep the rows apart", "{0}"),
        RuleDescriptor.Error(RuleIds.ValueIsOfItsOwnRows, "A value of rows reads the row outside", "{0}"),
        RuleDescriptor.Error(RuleIds.RowsWithinStandAlone, "Rows within a query depend on the row outside", "{0}"),
        RuleDescriptor.Error(RuleIds.QueryReadsTheNextRow, "A query reads a row two queries outside", "{0}"),
    ];
}
