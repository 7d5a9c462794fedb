using System.Globalization;

namespace Pipeline.Catalog.Lineage;

/// <summary>From the fields of a stage's files to the columns of the landing table, or of the external table that shows them.</summary>
internal static class CopyLineage
{
    /// <summary>The copies that an object makes; none of one that copies nothing.</summary>
    public static IEnumerable<JobLineage> Of(CompiledCatalog catalog, CatalogObject item) => item switch
    {
        ExternalTableObject table => table.Copies.Select(c => Of(catalog, LoadLowering.CopyProcedureOf(table.Name), table, c)).Append(Of(catalog, table.Name, table, table.Files)),
        TableObject table => table.Copies.Select(c => Of(catalog, LoadLowering.CopyProcedureOf(table.Name), table, c)),
        PipeObject { Copy: { } copy } pipe when catalog.Find<TableObject>(pipe.Table) is { } table => [Of(catalog, pipe.Name, table, copy)],
        _ => [],
    };

    private static JobLineage Of(CompiledCatalog catalog, QualifiedName job, TableObject table, CopyDefinition copy)
    {
        var format = catalog.Find<StageObject>(copy.Stage)?.Format is { } name ? catalog.Find<FileFormatObject>(name) : null;
        var fields = table.Columns.Where(c => FactOf(c) is null).ToList();
        return JobLineage.Of(job, table.Name, table.Columns.Select(c => (c.Name, FactOf(c) is { } origin
            ? Flow.Of(origin)
            : Flow.Of(new FieldName(copy.Stage, Field(format, fields, c), IsFile: true)))), Flow.None);
    }

    private static Origins? FactOf(Column column) => column.FromFile is not null || column.FromPath is not null ? Origins.File
        : (column.Roles & ColumnRoles.LoadTime) != 0 ? Origins.Audit
        : null;

    // As COPY INTO finds it: by the header's name, by its place, or by the key in a record.
    private static string Field(FileFormatObject? format, List<Column> fields, Column column) => format switch
    {
        CsvFormatObject { ByHeader: true } => column.FromField ?? column.Name,
        CsvFormatObject => "$" + (fields.IndexOf(column) + 1).ToString(CultureInfo.InvariantCulture),
        ParquetFormatObject => column.FromField ?? column.Name,
        _ => fields.Count == 1 && column.Type.Kind == SqlTypeKind.Variant ? FieldName.WholeRecord : column.FromField ?? column.Property,
    };
}
