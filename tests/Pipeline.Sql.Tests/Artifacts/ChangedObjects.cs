using System.Globalization;
using System.Text.Json.Nodes;
using Pipeline.Catalog;
using Pipeline.Catalog.Json;

namespace Pipeline.Sql.Tests.Artifacts;

/// <summary>A model one object of which is another: somewhere in it stands another text, number, flag or list.</summary>
internal sealed record ChangedObjects(List<CatalogObject> Objects, string What)
{
    /// <summary>The model after a random change; null where that was none, or gave no object of the catalog's format.</summary>
    public static ChangedObjects? Of(IReadOnlyList<CatalogObject> objects, Random random)
    {
        var at = random.Next(objects.Count);
        var changed = objects.ToList();
        if (random.Next(15) == 0)
        {
            changed.RemoveAt(at);
            return new(changed, $"{objects[at].Name}, which went");
        }

        try
        {
            var json = JsonNode.Parse(CatalogJson.Write(objects[at]))!;
            var nodes = Below(json).ToList();
            var node = nodes[random.Next(nodes.Count)];
            var what = $"{objects[at].Name}{node.GetPath()[1..]}, which was {node.ToJsonString()}";
            Change(node, objects, random);
            changed[at] = CatalogJson.ReadObject(json.ToJsonString());
            return changed[at] == objects[at] ? null : new(changed, what);
        }
        catch (Exception e) when (e is CatalogFormatException or InvalidOperationException or ArgumentException or System.Reflection.TargetInvocationException)
        {
            return null;
        }
    }

    private static IEnumerable<JsonNode> Below(JsonNode node) => node switch
    {
        JsonObject o => o.Where(m => m is { Key: not "kind", Value: not null }).SelectMany(m => Below(m.Value!).Prepend(m.Value!)),
        JsonArray a => a.OfType<JsonNode>().SelectMany(i => Below(i).Prepend(i)),
        _ => [],
    };

    private static void Change(JsonNode node, IReadOnlyList<CatalogObject> objects, Random random)
    {
        switch (node)
        {
            case JsonArray { Count: > 0 } array when random.Next(2) == 0: array.RemoveAt(random.Next(array.Count)); break;
            case JsonArray { Count: > 0 } array: array.Add(array[random.Next(array.Count)]!.DeepClone()); break;
            case JsonValue value when value.TryGetValue(out bool flag): node.ReplaceWith(!flag); break;
            case JsonValue value when value.TryGetValue(out long number): node.ReplaceWith(number + 1); break;
            case JsonValue value when value.TryGetValue(out string? text): node.ReplaceWith(Another(text!, node, objects, random)); break;
            default: (node.Parent as JsonObject)?.Remove(node.GetPropertyName()); break;
        }
    }

    // A name becomes that of another object, so that what it refers to is another; any text becomes a longer one, or what stands in its place in another object.
    private static string Another(string text, JsonNode node, IReadOnlyList<CatalogObject> objects, Random random)
    {
        var isName = objects.Any(o => o.Name.ToString() == text);
        if (isName && random.Next(2) == 0) return objects[random.Next(objects.Count)].Name.ToString();
        if (node.Parent is JsonObject && random.Next(2) == 0)
        {
            var key = node.GetPropertyName();
            var others = Below(JsonNode.Parse(CatalogJson.Write(objects[random.Next(objects.Count)]))!)
                .Where(n => n is JsonValue v && v.TryGetValue(out string? _) && n.Parent is JsonObject && n.GetPropertyName() == key).Select(n => n.GetValue<string>()).ToList();
            if (others.Count > 0) return others[random.Next(others.Count)];
        }

        return text + random.Next(10).ToString(CultureInfo.InvariantCulture);
    }
}
