using Microsoft.CodeAnalysis;
using Pipeline.Catalog;
using Pipeline.Generators.Reading.Queries;
using Pipeline.Generators.Rules;

namespace Pipeline.Generators.Reading;

internal static class GateReader
{
    public static CatalogObject? Read(ReadContext context)
    {
        if (KindNames.Of(context.Kind.Argument(1)) is not { } layer)
        {
            context.Report(RuleIds.UnknownPlace, $"'{context.Type.Name}' leads to no layer; name a class with [Schema]");
            return null;
        }

        return new GateObject(context.Name, context.ClassName, layer.Name)
        {
            Checks = context.Methods("Check").Select(m => context.Try(() => Check(context, m))).OfType<CheckDefinition>().ToEquatableArray(),
        };
    }

    private static CheckDefinition Check(ReadContext context, IMethodSymbol method)
    {
        if (method.ReturnType is not INamedTypeSymbol { TypeArguments: [INamedTypeSymbol row] } query || query.Word() != "Query")
        {
            throw new UntranslatableException($"'{context.Type.Name}.{method.Name}' gives no rows; return Query<T> with what is wrong", method.Locations.FirstOrDefault() ?? Location.None);
        }

        var shape = new TableShape(row, context.Name, ColumnReader.Read(row));
        var translated = QueryTranslator.Query(method, shape, context.Compilation, context.Shapes, context.Cancellation);
        return new(method.Name, method.Attribute("Check")!.EnumAt(0) is null or "Stop", translated.Query) { Comment = DocComment.Of(method, context.Cancellation), At = context.Place(method.Locations.FirstOrDefault()) };
    }
}
