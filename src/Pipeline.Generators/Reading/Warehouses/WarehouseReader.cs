using Pipeline.Catalog;

namespace Pipeline.Generators.Reading;

internal static class WarehouseReader
{
    public static CatalogObject Read(ReadContext context) => new WarehouseObject(context.Name, context.ClassName)
    {
        Size = (context.Kind.NamedEnum("Size") ?? "XSmall").ToUpperInvariant(),
        AutoSuspendSeconds = context.Kind.Named("AutoSuspendSeconds", 60),
        MinClusters = context.Kind.Named("MinClusters", 1),
        MaxClusters = context.Kind.Named("MaxClusters", 1),
        Scaling = context.Kind.NamedEnum("Scaling").As<ScalingPolicy>(),
        StatementTimeoutSeconds = context.Kind.Named("StatementTimeoutSeconds", 0),
        Monitor = KindNames.Of(context.Type.Attribute("LimitedBy")?.Argument()),
    };
}
