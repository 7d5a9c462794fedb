using Microsoft.CodeAnalysis;
using Pipeline.Catalog;
using Pipeline.Generators.Reading;

namespace Pipeline.Generators.Rules;

/// <summary>A table with what its loads read: as much of the catalog as tells whether they can be made.</summary>
internal static class Surroundings
{
    // What is known of another class's load here is that it has one.
    private static readonly LoadDefinition SomeLoad = new("", LoadMode.Append, new SelectQuery([]));

    /// <summary>Null for what has no loads, and for what can't be read anyway.</summary>
    public static CompiledCatalog? Of(ReadContext context)
    {
        if (context.Item is not TableObject { Loads.Count: > 0 } table || context.Problems.Any(p => !ModelRule.IsWarning(p.Rule))) return null;

        var objects = new Dictionary<QualifiedName, CatalogObject> { [table.Name] = table };
        foreach (var type in context.Methods("Load").SelectMany(m => m.Parameters).Select(p => p.Type).OfType<INamedTypeSymbol>())
        {
            var source = KindNames.StreamSource(type);
            if (source is not null && KindNames.Of(type) is { } stream && KindNames.Of(source) is { } streamed)
            {
                objects[stream] = new StreamObject(stream, type.Name, streamed, KindNames.Kind(type)!.NamedEnum("Mode").As<StreamMode>());
            }

            var read = source ?? type.TypeArguments.OfType<INamedTypeSymbol>().FirstOrDefault();
            if (KindNames.Of(read) is { } name && !objects.ContainsKey(name) && Object(read!, name) is { } item) objects[name] = item;
        }

        return CatalogCompletion.Complete(new(objects.Values.ToEquatableArray()));
    }

    private static CatalogObject? Object(INamedTypeSymbol type, QualifiedName name)
    {
        var (kind, word) = (KindNames.Kind(type)!, KindNames.KindWord(type));
        if (word is not ("Table" or "Dimension" or "Calendar" or "Fact")) return null;

        var columns = ColumnReader.Read(type);
        EquatableArray<LoadDefinition> loads = type.OrderedMembers().Any(m => m.Has("Load")) ? [SomeLoad] : [];
        return word switch
        {
            "Dimension" => new DimensionObject(name, type.Name, columns, kind.EnumAt(0).As<Scd>()) { Loads = loads, Deletes = (kind.NamedEnum("Deletes") ?? "Mark").As<Deletes>() },
            "Calendar" => new CalendarObject(name, type.Name, columns, new SelectQuery([])),
            "Fact" => new FactObject(name, type.Name, columns, kind.EnumAt(0).As<FactKind>()),
            _ => new TableObject(name, type.Name, columns),
        };
    }
}
