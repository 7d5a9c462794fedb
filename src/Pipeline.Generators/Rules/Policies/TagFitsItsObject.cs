using Microsoft.CodeAnalysis;
using Pipeline.Catalog;
using Pipeline.Generators.Reading;

namespace Pipeline.Generators.Rules;

/// <summary>A tag's value is one that it allows, on an object that takes tags.</summary>
/// <remarks><see href="https://docs.snowflake.com/en/user-guide/object-tagging/introduction"/></remarks>
internal sealed class TagFitsItsObject : CatalogRule
{
    private const int MostTags = 50;
    private const int LongestValue = 256;

    public override DiagnosticDescriptor Descriptor { get; } = RuleDescriptor.Error(RuleIds.TagFitsItsObject, "A tag doesn't fit what it is put on", "{0}");

    public override IEnumerable<CatalogProblem> Check(ModelView model)
    {
        var tags = model.All<TagObject>().GroupBy(t => t.Name).ToDictionary(g => g.Key, g => g.First());
        foreach (var tag in tags.Values)
        {
            if (Allowed(tag) is { } problem) yield return Problem(tag, AtKind, problem);
        }

        foreach (var item in model.Tagged)
        {
            var name = ModelView.Short(item);
            if (FirstTag(item) is { } first && !TakesTags(item)) yield return Problem(item, AtAttribute("Tagged", first.Tag), $"'{name}' takes no tag; tag its schema, or what it works on");
            else if (Wrong(name, item.Tags, tags) is { } wrong) yield return Problem(item, AtAttribute("Tagged", wrong.Tag), wrong.Why);

            var columns = ObjectRows.ColumnsOf(item);
            if (!ColumnMarks.Of(item).HasTags) continue;
            foreach (var column in columns)
            {
                if (Wrong(column.Property, column.Tags, tags) is { } onColumn) yield return Problem(item, ObjectRows.At(column), onColumn.Why);
            }

            var count = columns.SelectMany(c => c.Tags).Select(t => t.Tag).Distinct().Count();
            if (count > MostTags) yield return Problem(item, $"the columns of '{name}' have {count} different tags, and Snowflake takes {MostTags}; remove some");
        }
    }

    private static TagValue? FirstTag(CatalogObject item) =>
        item.Tags.Count > 0 ? item.Tags[0] : ObjectRows.ColumnsOf(item).SelectMany(c => c.Tags).FirstOrDefault();

    private static string? Allowed(TagObject tag) =>
        tag.AllowedValues.FirstOrDefault(v => v.Length > LongestValue) is { } large ? $"'{ModelView.Short(tag)}' allows a value of {large.Length} characters, and Snowflake takes {LongestValue}; shorten it"
        : tag.AllowedValues.GroupBy(v => v).FirstOrDefault(g => g.Count() > 1) is { } twice ? $"'{ModelView.Short(tag)}' allows '{twice.Key}' twice; write it once"
        : null;

    private static (QualifiedName Tag, string Why)? Wrong(string name, EquatableArray<TagValue> values, Dictionary<QualifiedName, TagObject> tags)
    {
        if (values.Count == 0) return null;
        if (values.Count > MostTags) return (values[MostTags].Tag, $"'{name}' has {values.Count} tags, and Snowflake takes {MostTags}; remove some");
        var met = new HashSet<QualifiedName>();
        foreach (var value in values)
        {
            if (!tags.TryGetValue(value.Tag, out var tag)) continue;
            var says = ModelView.Short(tag);
            if (!met.Add(value.Tag)) return (value.Tag, $"'{name}' has '{says}' twice, and a tag has one value; remove one");
            if (value.Value.Length > LongestValue) return (value.Tag, $"'{name}' has '{says}' of {value.Value.Length} characters, and Snowflake takes {LongestValue}; shorten it");
            if (tag.AllowedValues.Count > 0 && !tag.AllowedValues.Contains(value.Value))
            {
                return (value.Tag, $"'{says}' doesn't allow '{value.Value}' on '{name}'; use {string.Join(" or ", tag.AllowedValues)}, or add it to what the tag allows");
            }
        }

        return null;
    }

    private static bool TakesTags(CatalogObject item) =>
        item is SchemaObject or WarehouseObject or RoleObject or StageObject or TableObject or ViewObject { Materialized: false } or DynamicTableObject;
}
