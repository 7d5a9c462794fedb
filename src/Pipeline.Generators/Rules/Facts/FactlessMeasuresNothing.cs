using Microsoft.CodeAnalysis;
using Pipeline.Generators.Reading;

namespace Pipeline.Generators.Rules;

/// <summary>A factless fact has no measure.</summary>
internal sealed class FactlessMeasuresNothing : ModelRule
{
    public override DiagnosticDescriptor Descriptor { get; } = RuleDescriptor.Error(
        RuleIds.FactlessMeasuresNothing,
        "A factless fact has a measure",
        "'{0}' is factless, but '{1}' measures something; make it a FactKind.Transaction or FactKind.Event, or drop [Measure]");

    public override IEnumerable<ReadProblem> Check(ReadContext context) =>
        KindNames.KindWord(context.Type) != "Fact" || context.Kind.EnumAt(0) != "Factless" ? []
        : context.Type.Columns().Where(p => p.Has("Measure")).Select(p => Problem(p.Locations.FirstOrDefault(), context.Type.Name, p.Name));
}
