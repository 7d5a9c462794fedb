using Microsoft.CodeAnalysis;
using Pipeline.Catalog;

namespace Pipeline.Generators.Rules;

/// <summary>Two classes don't become one object.</summary>
internal sealed class NameIsTaken : CatalogRule
{
    public override DiagnosticDescriptor Descriptor { get; } = RuleDescriptor.Error(
        RuleIds.NameIsTaken, "Two classes have one name in the account", "'{0}' and '{1}' would both be {2}; give one of them another Name");

    public override IEnumerable<CatalogProblem> Check(ModelView model)
    {
        var first = new Dictionary<(string, QualifiedName), CatalogObject>();
        foreach (var item in model.Objects)
        {
            if (first.TryGetValue((Group(item), item.Name), out var other)) yield return Problem(item, ModelView.Short(item), ModelView.Short(other), item.Name.ToString());
            else first.Add((Group(item), item.Name), item);
        }
    }

    // What one can select from shares its names; each other kind has names of its own.
    private static string Group(CatalogObject item) => item switch
    {
        TableObject or ViewObject or DynamicTableObject or StreamObject => "Rows",
        FileFormatObject => "Format",
        _ => item.GetType().Name,
    };
}
