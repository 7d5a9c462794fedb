using Pipeline.Catalog;

namespace Pipeline.Generators.Reading;

internal static class ExternalTableReader
{
    public static CatalogObject? Read(ReadContext context)
    {
        if (KindNames.Of(context.Kind.Argument(1)) is not { } stage) return null;
        var columns = TableReader.Columns(context);
        return new ExternalTableObject(context.Name, context.ClassName, columns, stage)
        {
            Path = context.Kind.Named<string?>("Path", null),
            Pattern = context.Kind.Named<string?>("Pattern", null),
            PartitionBy = context.Kind.NamedList("PartitionBy").Select(p => columns.FirstOrDefault(c => c.Property == p)?.Name ?? SqlName.Of(p)).ToEquatableArray(),
            AutoRefresh = context.Kind.Named("AutoRefresh", false),
            SnsTopic = context.Kind.Named<string?>("SnsTopic", null),
        };
    }
}
