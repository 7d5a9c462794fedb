using Microsoft.CodeAnalysis;
using Pipeline.Catalog;
using Pipeline.Generators.Reading;

namespace Pipeline.Generators.Rules;

/// <summary>A row is found again by a value that equals itself.</summary>
internal sealed class KeyCanBeCompared : ModelRule
{
    public override DiagnosticDescriptor Descriptor { get; } = RuleDescriptor.Error(
        RuleIds.KeyCanBeCompared,
        "A key is of a type that can't be compared exactly",
        "'{0}' of '{1}' is a key, and {2}; {3}");

    public override IEnumerable<ReadProblem> Check(ReadContext context)
    {
        foreach (var property in context.Type.Columns().Where(p => p.Has("BusinessKey") || p.Has("Grain")))
        {
            var reason = ColumnTypes.OfColumn(property)?.Kind switch
            {
                SqlTypeKind.Float => ("two computations of one float may differ in the last digit", "make it a decimal with [Number]"),
                SqlTypeKind.Variant => ("the order of a document's members makes it another one", "take the members that name the row into columns"),
                _ => ((string, string)?)null,
            };
            if (reason is { } wrong) yield return Problem(property.Locations.FirstOrDefault(), property.Name, context.Type.Name, wrong.Item1, wrong.Item2);
        }
    }
}
