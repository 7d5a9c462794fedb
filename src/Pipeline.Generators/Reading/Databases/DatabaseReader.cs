using Pipeline.Catalog;

namespace Pipeline.Generators.Reading;

internal static class DatabaseReader
{
    public static CatalogObject Read(ReadContext context) => new DatabaseObject(context.Name, context.ClassName)
    {
        Transient = context.Kind.Named("Transient", false),
        RetentionDays = context.Kind.Named("RetentionDays", 1),
        MaxExtensionDays = context.Kind.Named("MaxExtensionDays", 14),
    };
}
