using Pipeline.Catalog;
using Pipeline.Generators.Rules;

namespace Pipeline.Generators.Reading;

internal static class StreamReader
{
    public static CatalogObject? Read(ReadContext context)
    {
        if (KindNames.Of(KindNames.StreamSource(context.Type)) is { } source)
        {
            return new StreamObject(context.Name, context.ClassName, source, context.Kind.NamedEnum("Mode").As<StreamMode>())
            {
                ShowInitialRows = context.Kind.Named("ShowInitialRows", false),
            };
        }

        context.Report(RuleIds.UnknownPlace, $"'{context.Type.Name}' streams nothing; derive it from Stream<T> of a table");
        return null;
    }
}
