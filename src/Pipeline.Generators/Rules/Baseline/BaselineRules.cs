using Microsoft.CodeAnalysis;

namespace Pipeline.Generators.Rules;

/// <summary>The rules of what was shipped: the comparison itself says what and where, in the editor as in the build.</summary>
internal static class BaselineRules
{
    public static readonly IReadOnlyList<DiagnosticDescriptor> All =
    [
        RuleDescriptor.Error(RuleIds.TableIsStillThere, "A shipped table isn't in the model", "{0}"),
        RuleDescriptor.Error(RuleIds.ColumnIsStillThere, "A shipped column isn't in the model", "{0}"),
        RuleDescriptor.Error(RuleIds.ColumnHoldsWhatItHeld, "A shipped column can't hold what it held", "{0}"),
        RuleDescriptor.Error(RuleIds.RowsKeepTheirKey, "A shipped table has another key or kind", "{0}"),
        RuleDescriptor.Error(RuleIds.ManifestCanBeRead, "The shipped manifest can't be read", "{0}"),
        RuleDescriptor.Error(RuleIds.ColumnCanBeAdded, "A new column has no value in the rows that are there", "{0}"),
        RuleDescriptor.Error(RuleIds.StreamIsStillThere, "A shipped stream isn't in the model", "{0}"),
        RuleDescriptor.Error(RuleIds.StreamReadsWhatItRead, "A shipped stream reads something else", "{0}"),
        RuleDescriptor.Error(RuleIds.StreamedViewShowsWhatItShowed, "A shipped view with streams has another query", "{0}"),
        RuleDescriptor.Error(RuleIds.PolicyKeepsItsArguments, "A shipped policy takes other arguments", "{0}"),
    ];
}
