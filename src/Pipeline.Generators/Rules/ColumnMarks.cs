using System.Runtime.CompilerServices;
using Pipeline.Catalog;

namespace Pipeline.Generators.Rules;

/// <summary>What an object's columns carry that few do. It is looked for once in each object: after an edit, nearly all of a model are the objects that they were.</summary>
internal sealed class ColumnMarks
{
    private static readonly ConditionalWeakTable<CatalogObject, ColumnMarks> Known = new();

    private ColumnMarks(CatalogObject item)
    {
        foreach (var column in ObjectRows.ColumnsOf(item))
        {
            HasTags |= column.Tags.Count > 0;
            HasMasks |= column.Mask is not null;
        }
    }

    public bool HasTags { get; }

    public bool HasMasks { get; }

    public static ColumnMarks Of(CatalogObject item) => Known.GetValue(item, i => new(i));
}
