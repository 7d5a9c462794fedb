using Microsoft.CodeAnalysis;
using Pipeline.Catalog;

namespace Pipeline.Generators.Rules;

/// <summary>A consumer says what it reads: without that it may read nothing, and no change of the platform leads to it.</summary>
internal sealed class ConsumerReadsSomething : CatalogRule
{
    public override DiagnosticDescriptor Descriptor { get; } = RuleDescriptor.Warning(
        RuleIds.ConsumerReadsSomething, "A consumer reads nothing", "'{0}' reads nothing, so it may see nothing and lineage doesn't end with it; write [Reads<..>] for each view or table that it reads");

    public override IEnumerable<CatalogProblem> Check(ModelView model) =>
        model.All<ExposureObject>().Where(e => e.Reads.Count == 0).Concat<CatalogObject>(model.All<ShareObject>().Where(s => s.Reads.Count == 0)).Select(c => Problem(c, AtKind, ModelView.Short(c)));
}
