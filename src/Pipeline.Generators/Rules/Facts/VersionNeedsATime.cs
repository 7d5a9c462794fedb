using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Pipeline.Catalog;
using Pipeline.Generators.Reading;

namespace Pipeline.Generators.Rules;

/// <summary>A fact refers to the version that was valid at its own time, not to the one that is current when it happens to be loaded.</summary>
internal sealed class VersionNeedsATime : ModelRule
{
    public override DiagnosticDescriptor Descriptor { get; } = RuleDescriptor.Warning(
        RuleIds.VersionNeedsATime,
        "A version is looked up without a time",
        "'{0}' gets the current version of '{1}', whatever the fact's own time; say asOf: and the time");

    public override IEnumerable<ReadProblem> Check(ReadContext context)
    {
        if (context.Item is not FactObject fact) yield break;
        foreach (var load in fact.Loads)
        {
            foreach (var column in (load.Query as SelectQuery)?.Columns.Where(c => c.Value is KeyLookup { AsOf: null }) ?? [])
            {
                var property = context.Type.Columns().FirstOrDefault(p => SqlName.Of(p.Name) == column.Name);
                if (property?.Attribute("ForeignKey")?.Argument() is not { } dimension || KindNames.KindWord(dimension) != "Dimension" || KindNames.Kind(dimension)!.EnumAt(0) != "Type2") continue;
                yield return Problem(Lookup(context, load.Method, property.Name) ?? property.Locations.FirstOrDefault(), property.Name, dimension.Name);
            }
        }
    }

    // The value that the load's query gives to the property.
    private static Location? Lookup(ReadContext context, string method, string property) => context.Methods("Load").Where(m => m.Name == method)
        .SelectMany(m => m.DeclaringSyntaxReferences).SelectMany(r => r.GetSyntax(context.Cancellation).DescendantNodes()).OfType<AssignmentExpressionSyntax>()
        .FirstOrDefault(a => a.Left is IdentifierNameSyntax name && name.Identifier.ValueText == property)?.Right.GetLocation();
}
