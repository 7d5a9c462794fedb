using Pipeline.Catalog;

namespace Pipeline.Generators.Rules;

/// <summary>Where personal data flows: from a column that says so into what queries make of it, until a column says that it may be shown.</summary>
internal sealed class PersonalFlow(ModelView model)
{
    private readonly Dictionary<(QualifiedName Object, string Column), string?> known = [];

    /// <summary>The personal column that flows into this one, such as <c>RawCustomers.Email</c>; null where none does.</summary>
    public string? Origin(CatalogObject item, Column column)
    {
        if (known.TryGetValue((item.Name, column.Name), out var origin)) return origin;

        // What a column is made of itself adds nothing.
        known[(item.Name, column.Name)] = null;
        return known[(item.Name, column.Name)] = Find(item, column);
    }

    private string? Find(CatalogObject item, Column column)
    {
        if (column.Disclosed is not null) return null;
        if (column.IsPersonal) return $"{ModelView.Short(item)}.{column.Property}";
        return ObjectRows.QueriesOf(item).SelectMany(q => ColumnOrigins.Of(q, column.Name)).Select(o => Of(o.Object, o.Column)).FirstOrDefault(o => o is not null);
    }

    private string? Of(QualifiedName name, string column)
    {
        var read = model.Stream(name) is { } stream ? stream.Source : name;
        return model.Named(read).FirstOrDefault(o => ObjectRows.ColumnsOf(o).Any(c => c.Name == column)) is { } item
            ? Origin(item, ObjectRows.ColumnsOf(item).First(c => c.Name == column))
            : null;
    }
}
