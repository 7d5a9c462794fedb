using Microsoft.CodeAnalysis;
using Pipeline.Generators.Reading;

namespace Pipeline.Generators.Rules;

/// <summary>Every name of an enum fits its column.</summary>
internal sealed class EnumFitsItsColumn : ModelRule
{
    public override DiagnosticDescriptor Descriptor { get; } = RuleDescriptor.Error(
        RuleIds.EnumFitsItsColumn,
        "A name of an enum doesn't fit its column",
        "'{0}' of '{1}' has {2} characters, and '{3}' holds {4}; make the column wider");

    public override IEnumerable<ReadProblem> Check(ReadContext context)
    {
        foreach (var property in context.Type.Columns())
        {
            if (property.Attribute("Varchar") is not { } text || ColumnTypes.Plain(property.Type) is not { TypeKind: TypeKind.Enum } type) continue;
            var length = text.At(0, 0);
            var longest = type.GetMembers().OfType<IFieldSymbol>().Where(f => f.HasConstantValue).OrderByDescending(f => f.Name.Length).FirstOrDefault();
            if (length > 0 && longest?.Name.Length > length) yield return Problem(TaskSymbols.LocationOf(context, text), longest.Name, type.Name, longest.Name.Length, property.Name, length);
        }
    }
}
