using Pipeline.Catalog;

namespace Pipeline.Generators.Reading;

internal static class StageReader
{
    public static CatalogObject Integration(ReadContext context) =>
        new StorageIntegrationObject(context.Name, context.ClassName, context.Kind.Named("RoleArn", ""), context.Kind.NamedList("AllowedLocations").ToEquatableArray())
        {
            BlockedLocations = context.Kind.NamedList("BlockedLocations").ToEquatableArray(),
            ExternalId = context.Kind.Named<string?>("ExternalId", null),
        };

    public static CatalogObject Stage(ReadContext context) => new StageObject(context.Name, context.ClassName, context.Kind.At<string?>(0, null))
    {
        Integration = KindNames.Of(context.Type.Attribute("Through")?.Argument()),
        Format = KindNames.Of(context.Type.Attribute("Format")?.Argument()),
        Directory = context.Kind.Named("Directory", false),
    };
}
