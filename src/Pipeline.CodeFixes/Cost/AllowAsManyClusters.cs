using System.Composition;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Pipeline.CodeFixes.Editing;
using Pipeline.Generators.Rules;

namespace Pipeline.CodeFixes.Cost;

/// <summary>A warehouse may have as many clusters as it starts with.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(AllowAsManyClusters))]
[Shared]
public sealed class AllowAsManyClusters() : ModelFix(RuleIds.WarehouseScalesUpwards)
{
    private protected override SourceEdit? Find(Place place) =>
        place.Attribute is { } warehouse && warehouse.Named("MinClusters").Number() is { } least && (warehouse.Named("MaxClusters").Number() ?? 1) < least
            ? new($"Say MaxClusters = {least}", warehouse.Set("MaxClusters", least.ToString(CultureInfo.InvariantCulture)))
            : null;
}
