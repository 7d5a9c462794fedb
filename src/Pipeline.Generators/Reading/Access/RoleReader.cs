using Pipeline.Catalog;

namespace Pipeline.Generators.Reading;

internal static class RoleReader
{
    public static CatalogObject Read(ReadContext context) => new RoleObject(context.Name, context.ClassName)
    {
        Includes = context.Type.Attributes("Includes").Select(a => KindNames.Of(a.Argument())).OfType<QualifiedName>().ToEquatableArray(),
        RunsLoads = context.Kind.Named("RunsLoads", false),
        Apart = context.Kind.Named("Apart", false),
    };
}
