using Microsoft.CodeAnalysis;
using Pipeline.Catalog;

namespace Pipeline.Generators.Reading;

/// <summary>Reads tags, and which of them an object or a column has.</summary>
internal static class TagReader
{
    public static CatalogObject Read(ReadContext context) => new TagObject(context.Name, context.ClassName, context.Kind.ListAt(0).ToEquatableArray());

    /// <summary>In the order written.</summary>
    public static EquatableArray<TagValue> On(ISymbol symbol) => symbol.Attributes("Tagged")
        .Select(a => KindNames.Of(a.Argument()) is { } tag ? new TagValue(tag, a.At<string?>(0, null) ?? "") : null).OfType<TagValue>().ToEquatableArray();
}
