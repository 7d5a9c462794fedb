using Pipeline.Catalog;

namespace Pipeline.Generators.Reading;

internal static class SchemaReader
{
    public static CatalogObject Read(ReadContext context) => new SchemaObject(context.Name, context.ClassName)
    {
        Transient = context.Kind.Named("Transient", false),
        RetentionDays = context.Kind.Named("RetentionDays", 1),
        MaxExtensionDays = context.Kind.Named("MaxExtensionDays", 14),
        ManagedAccess = context.Kind.Named("ManagedAccess", false),
        Published = context.Kind.Named("Published", false),
    };
}
