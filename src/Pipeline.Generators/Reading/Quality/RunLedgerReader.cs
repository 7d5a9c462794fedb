using Pipeline.Catalog;

namespace Pipeline.Generators.Reading;

internal static class RunLedgerReader
{
    public static CatalogObject? Read(ReadContext context) =>
        KindNames.Of(context.Kind.Argument())?.Name is { } schema ? new RunLedgerObject(context.Name, context.ClassName, schema) : null;
}
