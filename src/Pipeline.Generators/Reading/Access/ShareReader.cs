using Pipeline.Catalog;

namespace Pipeline.Generators.Reading;

internal static class ShareReader
{
    public static CatalogObject Read(ReadContext context) => new ShareObject(context.Name, context.ClassName, context.Kind.Named<string?>("Owner", null) ?? "")
    {
        Reads = ExposureReader.ReadsOf(context),
        Accounts = context.Kind.NamedList("Accounts").ToEquatableArray(),
    };
}
