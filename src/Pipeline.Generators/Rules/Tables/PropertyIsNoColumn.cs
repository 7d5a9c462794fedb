using Microsoft.CodeAnalysis;
using Pipeline.Generators.Reading;

namespace Pipeline.Generators.Rules;

/// <summary>What looks like a column is one.</summary>
internal sealed class PropertyIsNoColumn : ModelRule
{
    public override DiagnosticDescriptor Descriptor { get; } = RuleDescriptor.Warning(
        RuleIds.PropertyIsNoColumn,
        "A property is no column",
        "'{0}' is no column, since {1}; {2}");

    public override IEnumerable<ReadProblem> Check(ReadContext context)
    {
        if (!RowObjects.HasColumns(context.Item)) yield break;
        foreach (var property in context.Type.OrderedMembers().OfType<IPropertySymbol>().Where(p => !p.IsStatic && !p.IsIndexer && !p.IsImplicitlyDeclared))
        {
            if (property is { SetMethod: not null, DeclaredAccessibility: Accessibility.Public }) continue;
            var isMarked = property.GetAttributes().Any(a => a.AttributeClass.Word() is not null);
            var isAuto = context.Type.OrderedMembers().OfType<IFieldSymbol>().Any(f => SymbolEqualityComparer.Default.Equals(f.AssociatedSymbol, property));
            if (!isMarked && !isAuto) continue;
            if (property.SetMethod is null) yield return Problem(property.Locations.FirstOrDefault(), property.Name, "nothing can set it", "give it 'init'");
            else yield return Problem(property.Locations.FirstOrDefault(), property.Name, "it isn't public", "make it public");
        }
    }
}
