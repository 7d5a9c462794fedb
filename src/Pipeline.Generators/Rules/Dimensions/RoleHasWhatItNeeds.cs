using Microsoft.CodeAnalysis;
using Pipeline.Generators.Reading;
using Pipeline.Generators.Reading.Queries;

namespace Pipeline.Generators.Rules;

/// <summary>A column that shows an earlier value, fills one in or breaks ties has beside it what it does so with.</summary>
internal sealed class RoleHasWhatItNeeds : ModelRule
{
    private static readonly string[] NotOfKeys = ["Tracked", "Original", "Previous", "Current", "Partial"];

    // What the platform says of a version or a row; the rows of one member differ in it.
    private static readonly string[] NotOfMembers = ["ValidFrom", "ValidTo", "IsCurrent", "IsInferred", "IsDeleted", "LoadTime"];

    public override DiagnosticDescriptor Descriptor { get; } = RuleDescriptor.Error(
        RuleIds.RoleHasWhatItNeeds,
        "A column's role lacks what it needs",
        "[{0}] of '{1}': {2}; {3}");

    public override IEnumerable<ReadProblem> Check(ReadContext context)
    {
        if (context.Type.Attribute("Dimension") is not { } attribute) yield break;
        var columns = context.Type.Columns().ToList();
        var isHistory = attribute.EnumAt(0) == "Type2";
        foreach (var column in columns)
        {
            if (column.Has("BusinessKey") && column.Has("SurrogateKey")) yield return Of(column, "SurrogateKey", "it is given by the warehouse, and a business key by the source", "make two properties of it");
            if (column.Has("BusinessKey") && NotOfMembers.FirstOrDefault(column.Has) is { } ofRow)
            {
                yield return Of(column, ofRow, "the platform fills it in for each version, and a business key names the member whatever its version", "remove one of the two attributes");
            }

            if (column.Has("BusinessKey") && NotOfKeys.FirstOrDefault(column.Has) is { } role)
            {
                yield return Of(column, role, "a business key never changes: another key is another member", "remove one of the two attributes");
            }

            foreach (var empty in new[] { "Previous", "Partial" }.Where(e => column.Has(e) && !ColumnTypes.IsNullable(column.Type)))
            {
                yield return Of(column, empty, empty == "Previous" ? "before the first change there is no former value" : "an event that leaves it out has null there", "make the property nullable");
            }

            foreach (var shown in new[] { "Original", "Previous", "Current" })
            {
                if (column.Attribute(shown)?.At<string?>(0, null) is { } other && WhyNot(column, other, columns) is var (because, instead)) yield return Of(column, shown, because, instead);
            }

            if (column.Has("Partial") && !isHistory) yield return Of(column, "Partial", "what an event leaves out is filled in from the member's history", "use Scd.Type2, or fill it in the load");
            if (column.Has("Tracked") && !isHistory) yield return Of(column, "Tracked", "a member of Scd.Type1 has no versions to open", "use Scd.Type2, or remove the attribute");
            if (column.Has("TieBreak") && !columns.Any(c => c.Has("Sequence"))) yield return Of(column, "TieBreak", "without a [Sequence] nothing is ordered, so there are no ties", "mark what orders the changes with [Sequence]");
        }
    }

    // What keeps a column from showing a value of another one.
    private static (string Because, string Instead)? WhyNot(IPropertySymbol column, string other, IReadOnlyList<IPropertySymbol> columns)
    {
        if (columns.FirstOrDefault(c => c.Name == other) is not { } source) return ($"there is no property '{other}' whose value it could show", "name one by nameof");
        var (own, its) = (ColumnTypes.Plain(column.Type), ColumnTypes.Plain(source.Type));
        return own.TypeKind != TypeKind.Error && its.TypeKind != TypeKind.Error && !SymbolEqualityComparer.Default.Equals(own, its)
            ? ($"it shows a value of '{other}', which is of type '{its.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat)}'", "give both the same type")
            : null;
    }

    private ReadProblem Of(IPropertySymbol column, string role, string because, string instead) => Problem(column.Locations.FirstOrDefault(), role, column.Name, because, instead);
}
