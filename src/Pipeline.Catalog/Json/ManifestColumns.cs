using Pipeline.Catalog.Lineage;

namespace Pipeline.Catalog.Json;

/// <summary>The part of the manifest that maps every column: to its C# and to the columns that it is made of.</summary>
internal static class ManifestColumns
{
    public static void Write(JsonText text, CompiledCatalog catalog, LineageGraph lineage)
    {
        text.Open('{');
        foreach (var item in catalog.Objects)
        {
            foreach (var column in ColumnMember.ColumnsOf(item))
            {
                var field = new FieldName(item.Name, column.Name);
                text.Key(field.ToString());
                Write(text, ColumnMember.Of(item, column), lineage.Of(field));
            }
        }

        text.Close('}');
    }

    private static void Write(JsonText text, ColumnMember member, ColumnLineage lineage)
    {
        text.Open('{');
        Text(text, "member", member.Member);
        Text(text, "declared", member.Declared?.ToString());
        List(text, "assigned", member.Assigned.Select(a => a.ToString()));
        foreach (var group in lineage.Sources.GroupBy(s => s.Contribution)) List(text, Word(group.Key), group.Select(s => s.Field.ToString()));
        if (lineage.Sources.All(s => !s.IsDirect)) Text(text, "origin", lineage.Origins.ToString());
        text.Close('}');
    }

    private static string Word(Contribution contribution) => contribution switch
    {
        Contribution.PassesThrough => "passesThrough",
        Contribution.Transformed => "transformed",
        Contribution.Aggregated => "aggregated",
        _ => "onlyFilters",
    };

    private static void Text(JsonText text, string key, string? value)
    {
        if (value is null) return;
        text.Key(key);
        text.Text(value);
    }

    private static void List(JsonText text, string key, IEnumerable<string> values)
    {
        var list = values.ToList();
        if (list.Count == 0) return;
        text.Key(key);
        text.Open('[');
        foreach (var value in list)
        {
            text.Next();
            text.Text(value);
        }

        text.Close(']');
    }
}
