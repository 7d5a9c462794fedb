using Microsoft.CodeAnalysis;
using Pipeline.Catalog;
using Pipeline.Generators.Reading;

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
            // Two spellings of one letter look alike and are two names to Snowflake.
            var name = new QualifiedName(SqlName.Composed(item.Name.Schema ?? ""), SqlName.Composed(item.Name.Name));
            if (first.TryGetValue((Group(item), name), out var other))
            {
                // In two namespaces they are told apart by these.
                var isSame = ModelView.Short(item) == ModelView.Short(other);
                yield return Problem(item, isSame ? item.ClassName : ModelView.Short(item), isSame ? other.ClassName : ModelView.Short(other), item.Name.ToString());
            }
            else
            {
                first.Add((Group(item), name), item);
            }
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
