using Pipeline.Catalog;
using Pipeline.Generators.Reading.Queries;
using Pipeline.Generators.Rules;

namespace Pipeline.Generators.Reading;

internal static class ViewReader
{
    public static CatalogObject View(ReadContext context) => new ViewObject(context.Name, context.ClassName, ColumnReader.Read(context.Type, true, context.Cancellation), Query(context))
    {
        Secure = context.Kind.Named("Secure", false),
    };

    public static CatalogObject? DynamicTable(ReadContext context)
    {
        if (KindNames.Of(context.Kind.Argument(1)) is not { } warehouse)
        {
            context.Report(RuleIds.UnknownPlace, $"'{context.Type.Name}' has no warehouse; name a class with [Warehouse]");
            return null;
        }

        return new DynamicTableObject(context.Name, context.ClassName, ColumnReader.Read(context.Type, true, context.Cancellation), Query(context), warehouse)
        {
            LagMinutes = context.Kind.Named("LagMinutes", 0),
            Downstream = context.Kind.Named("Downstream", false),
            Refresh = context.Kind.NamedEnum("Refresh").As<RefreshMode>(),
        };
    }

    private static Query Query(ReadContext context)
    {
        if (context.Methods("Define").FirstOrDefault() is not { } define)
        {
            context.Report(RuleIds.NoDefinition, $"'{context.Type.Name}' says nothing of its rows; write a static method with [Define] that returns Query<{context.Type.Name}>");
            return new SelectQuery([]);
        }

        return context.Try(() => QueryTranslator.Query(define, context.Shapes.Of(context.Type)!, context.Compilation, context.Shapes, context.Cancellation))?.Query ?? new SelectQuery([]);
    }
}
