using Pipeline.Catalog;

namespace Pipeline.Generators.Reading;

internal static class ExposureReader
{
    public static CatalogObject Read(ReadContext context) =>
        new ExposureObject(context.Name, context.ClassName, context.Kind.EnumAt(0).As<Consumer>(), context.Kind.Named<string?>("Owner", null) ?? "")
        {
            Url = context.Kind.Named<string?>("Url", null),
            Reads = ReadsOf(context),
        };

    public static EquatableArray<QualifiedName> ReadsOf(ReadContext context) =>
        context.Type.Attributes("Reads").Select(a => KindNames.Of(a.Argument())).OfType<QualifiedName>().Distinct().ToEquatableArray();
}
