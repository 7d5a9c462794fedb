namespace Pipeline.Catalog;

/// <summary>The columns that the platform needs in a table and that its class needn't spell out.</summary>
public static class GeneratedColumns
{
    /// <summary>On each version of a type 2 dimension: the last event that it stands for. A change not later than it has arrived late.</summary>
    public const string LastEventAt = "LAST_EVENT_AT";

    internal static CatalogObject AddTo(CatalogObject item, CompiledCatalog catalog)
    {
        if (item is FactObject { Deletes: Deletes.Mark } fact && fact.FirstWith(ColumnRoles.IsDeleted) is null)
        {
            return AddTo(fact with { Columns = fact.Columns.Append(Flag("IS_DELETED", ColumnRoles.IsDeleted, "True where the source deleted the row.")).ToEquatableArray() }, catalog);
        }

        if (item is FactObject { CarryForward: true } snapshot && snapshot.FirstWith(ColumnRoles.IsCarried) is null)
        {
            return snapshot with { Columns = snapshot.Columns.Append(Flag("IS_CARRIED", ColumnRoles.IsCarried, "True where the row repeats the last position.")).ToEquatableArray() };
        }

        if (item is not DimensionObject dimension) return item;

        var columns = dimension.Columns.ToList();
        if (dimension.Scd == Scd.Type1 && dimension.Deletes == Deletes.Mark && dimension.FirstWith(ColumnRoles.IsDeleted) is null)
        {
            columns.Add(Flag("IS_DELETED", ColumnRoles.IsDeleted, "True where the source deleted the member."));
        }

        if (dimension.FirstWith(ColumnRoles.IsInferred) is null && IsInferredByFacts(dimension.Name, catalog))
        {
            columns.Add(Flag("IS_INFERRED", ColumnRoles.IsInferred, "True on a member that facts knew first."));
        }

        if (dimension.Scd == Scd.Type2 && columns.All(c => c.Name != LastEventAt))
        {
            columns.Add(new(LastEventAt, "", SqlType.Timestamp, Nullable: false) { Comment = "The last event that this version stands for." });
        }

        return columns.Count == dimension.Columns.Count ? item : dimension with { Columns = columns.ToEquatableArray() };
    }

    private static bool IsInferredByFacts(QualifiedName dimension, CompiledCatalog catalog) =>
        catalog.All<FactObject>().Any(f => f.Columns.Any(c => c.ForeignKey is { Missing: Missing.Infer } key && key.Dimension == dimension));

    private static Column Flag(string name, ColumnRoles role, string comment) =>
        new(name, "", SqlType.Boolean, Nullable: false) { Roles = role, Comment = comment };
}
