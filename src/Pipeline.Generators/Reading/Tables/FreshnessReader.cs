using Pipeline.Catalog;
using Pipeline.Generators.Rules;

namespace Pipeline.Generators.Reading;

/// <summary>Reads how old a table's newest row may be.</summary>
internal static class FreshnessReader
{
    public static Freshness? On(ReadContext context, CatalogObject item)
    {
        if (context.Type.Attribute("Freshness") is not { } attribute) return null;
        var columns = item switch
        {
            TableObject table => table.Columns,
            DynamicTableObject table => table.Columns,
            _ => [],
        };
        var property = attribute.At<string?>(0, null);
        var column = columns.FirstOrDefault(c => property is null ? (c.Roles & ColumnRoles.LoadTime) != 0 : c.Property == property);
        var minutes = attribute.Named("Minutes", 0);
        var problem = columns.Count == 0 ? "only tables and dynamic tables have rows of their own; put it on what this reads"
            : column is null && property is null ? "none of its columns has [LoadTime]; name the property with the time of a row, as in [Freshness(nameof(UpdatedAt), Minutes = 60)]"
            : column is null ? $"it has no column '{property}'; name a property by nameof"
            : column.Type.Kind != SqlTypeKind.TimestampNtz ? $"'{column.Property}' is no time in UTC; name a DateTime"
            : minutes < 1 ? $"{minutes} minutes are no age; say 1 or more"
            : null;
        if (problem is null) return new(column!.Name, minutes);
        context.Report(RuleIds.FreshnessCanBeTold, $"How fresh '{context.Type.Name}' is can't be told: {problem}", attribute.ApplicationSyntaxReference?.GetSyntax(context.Cancellation).GetLocation());
        return null;
    }
}
