using Microsoft.CodeAnalysis;
using Pipeline.Catalog;
using Pipeline.Generators.Reading.Queries;
using Pipeline.Generators.Rules;

namespace Pipeline.Generators.Reading;

internal static class ViewReader
{
    public static CatalogObject View(ReadContext context)
    {
        var (query, places) = Query(context);
        return new ViewObject(context.Name, context.ClassName, ColumnReader.Read(context), query)
        {
            Secure = context.Kind.Named("Secure", false),
            Places = places,
        };
    }

    public static CatalogObject MaterializedView(ReadContext context)
    {
        var view = (ViewObject)View(context);
        return view with
        {
            Materialized = true,
            ClusterBy = context.Kind.NamedList("ClusterBy").Select(p => view.Columns.FirstOrDefault(c => c.Property == p)?.Name ?? SqlName.Of(p)).ToEquatableArray(),
        };
    }

    public static CatalogObject? DynamicTable(ReadContext context)
    {
        if (KindNames.Of(context.Kind.Argument(1)) is not { } warehouse)
        {
            context.Report(RuleIds.UnknownPlace, $"'{context.Type.Name}' has no warehouse; name a class with [Warehouse]");
            return null;
        }

        var (query, places) = Query(context);
        return new DynamicTableObject(context.Name, context.ClassName, ColumnReader.Read(context), query, warehouse)
        {
            LagMinutes = context.Kind.Named("LagMinutes", 0),
            Downstream = context.Kind.Named("Downstream", false),
            Refresh = context.Kind.NamedEnum("Refresh").As<RefreshMode>(),
            Places = places,
        };
    }

    private static (Query Query, QueryPlaces? Places) Query(ReadContext context)
    {
        if (context.Methods("Define").FirstOrDefault() is not { } define)
        {
            if (context.HasMethod("Define")) return (new SelectQuery([]), null);
            context.Report(RuleIds.NoDefinition, $"'{context.Type.Name}' says nothing of its rows; write a static method with [Define] that returns Query<{context.Type.Name}>");
            return (new SelectQuery([]), null);
        }

        var translated = context.Try(() => QueryTranslator.Query(define, context.Shapes.Of(context.Type)!, context.Compilation, context.Shapes, context.Cancellation));
        return (translated?.Query ?? new SelectQuery([]), context.Places(define, translated));
    }
}
