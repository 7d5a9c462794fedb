using Microsoft.CodeAnalysis;
using Pipeline.Catalog;
using Pipeline.Generators.Reading;

namespace Pipeline.Generators.Rules;

/// <summary>A former name is one that a table, a stream or a column had, and that no other of them has now.</summary>
/// <remarks><see href="https://docs.snowflake.com/en/sql-reference/sql/alter-table"/></remarks>
internal sealed class FormerNameIsOfThePast : ModelRule
{
    public override DiagnosticDescriptor Descriptor { get; } = RuleDescriptor.Error(
        RuleIds.FormerNameIsOfThePast,
        "A former name can't be one",
        "[RenamedFrom] on '{0}' renames nothing: {1}; {2}");

    public override IEnumerable<ReadProblem> Check(ReadContext context) => context.Item switch
    {
        TableObject table => OfClass(context, table).Concat(OfColumns(context, table)),
        StreamObject stream => OfClass(context, stream),
        _ => OfNothing(context),
    };

    private IEnumerable<ReadProblem> OfNothing(ReadContext context) => new ISymbol[] { context.Type }.Concat(context.Type.Columns()).SelectMany(s => s.Attributes("RenamedFrom").Select(a => Problem(
            At(context, a), s.Name, $"'{context.Type.Name}' is no table and no stream", "remove it: what holds no rows is made anew under its new name")));

    private IEnumerable<ReadProblem> OfClass(ReadContext context, CatalogObject item)
    {
        foreach (var renamed in context.Type.Attributes("RenamedFrom"))
        {
            if (FormerNames.Of(renamed) is not { } former) yield return NoName(context, context.Type, renamed);
            else if (SqlName.Of(former) == item.Name.Name) yield return StillCalled(context, context.Type, renamed, item.Name.Name);
        }
    }

    private IEnumerable<ReadProblem> OfColumns(ReadContext context, TableObject table)
    {
        var claimed = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var property in context.Type.Columns())
        {
            foreach (var renamed in property.Attributes("RenamedFrom"))
            {
                if (FormerNames.Of(renamed) is not { } former)
                {
                    yield return NoName(context, property, renamed);
                    continue;
                }

                var name = SqlName.Of(former);
                var holder = table.Columns.FirstOrDefault(c => c.Name == name);
                if (holder is not null && holder.Property == property.Name) yield return StillCalled(context, property, renamed, name);
                else if (holder is not null)
                {
                    yield return Problem(At(context, renamed), property.Name, $"the column {name} is still there, of '{holder.Property}'", "rename or remove that one first, and ship it");
                }
                else if (claimed.TryGetValue(name, out var other))
                {
                    yield return Problem(At(context, renamed), property.Name, $"'{other}' was '{former}' already", "remove one of the two: one column was one column before");
                }
                else claimed.Add(name, property.Name);
            }
        }
    }

    private ReadProblem NoName(ReadContext context, ISymbol symbol, AttributeData renamed) =>
        Problem(At(context, renamed), symbol.Name, $"'{renamed.At<string?>(0, null)}' is no name of C#", "write the former name as the class or the property had it");

    private ReadProblem StillCalled(ReadContext context, ISymbol symbol, AttributeData renamed, string name) =>
        Problem(At(context, renamed), symbol.Name, $"it is still called {name}", "name what it was called before, or remove it");

    private static Location? At(ReadContext context, AttributeData renamed) => renamed.ApplicationSyntaxReference?.GetSyntax(context.Cancellation).GetLocation();
}
