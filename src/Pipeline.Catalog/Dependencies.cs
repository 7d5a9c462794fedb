namespace Pipeline.Catalog;

/// <summary>What must exist before an object can be created. What a load reads is not among it: a procedure's body is bound when it runs.</summary>
public static class Dependencies
{
    public static IEnumerable<QualifiedName> Of(CatalogObject item) => item switch
    {
        WarehouseObject warehouse => new[] { warehouse.Monitor }.OfType<QualifiedName>(),
        StageObject stage => new[] { stage.Integration, stage.Format }.OfType<QualifiedName>(),
        ExternalTableObject table => [table.Stage],
        CalendarObject calendar => SourceCollector.NamesIn(calendar.Query).Concat(Policies(calendar, calendar.Columns)),
        TableObject table => table.Columns.Select(c => c.ForeignKey?.Dimension).OfType<QualifiedName>().Where(n => n != table.Name).Distinct()
            .Concat(Policies(table, table.Columns)),
        PolicyObject policy => PolicyTables.Of(policy),
        RoleObject role => role.Includes,
        ShareObject share => share.Reads,
        PipeObject pipe => new[] { pipe.Table, pipe.Copy?.Stage, pipe.ErrorsTo }.OfType<QualifiedName>(),
        StreamObject stream => [stream.Source],
        ViewObject view => SourceCollector.NamesIn(view.Query),
        DynamicTableObject dynamic => SourceCollector.NamesIn(dynamic.Query),
        TaskObject task => task.IsFinalizer ? [task.Root] : task.After,
        _ => [],
    };

    private static IEnumerable<QualifiedName> Policies(CatalogObject item, IEnumerable<Column> columns) =>
        columns.Select(c => c.Mask?.Policy).Append(item.RowAccess?.Policy).OfType<QualifiedName>().Distinct();
}
