using System.Text.Json;
using System.Text.Json.Nodes;

namespace Pipeline.Model;

/// <summary>JSON as the functions of <see cref="Sql"/> take it apart and put it together.</summary>
internal static class Json
{
    public static Variant? Tried(string text)
    {
        try
        {
            return Variant.Parse(text);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>What Snowflake calls it.</summary>
    public static string TypeOf(JsonNode node) => node.GetValueKind() switch
    {
        JsonValueKind.Object => "OBJECT",
        JsonValueKind.Array => "ARRAY",
        JsonValueKind.String => "VARCHAR",
        JsonValueKind.True or JsonValueKind.False => "BOOLEAN",
        _ => node.ToJsonString().IndexOfAny(['.', 'e', 'E']) < 0 ? "INTEGER" : "DECIMAL",
    };

    /// <summary>A value of C# as JSON.</summary>
    public static JsonNode? Node<T>(T value) => value switch
    {
        null => null,
        Variant variant => variant.Node.DeepClone(),
        string or bool or int or long or short or byte or decimal or double => JsonSerializer.SerializeToNode((object)value),
        _ => throw new NotSupportedException($"A {value.GetType().Name} has no JSON of its own. Make a text of it first."),
    };

    public static JsonArray Array(IEnumerable<JsonNode?> elements) => new([.. elements.Select(element => element?.DeepClone())]);

    public static JsonObject Members(IEnumerable<(string? Name, JsonNode? Value)> members) =>
        new(members.Where(member => member is { Name: not null, Value: not null }).Select(member => KeyValuePair.Create(member.Name!, member.Value)));

    /// <summary>What is made of an array; null of anything else.</summary>
    public static Variant? List(Variant? array, Func<JsonArray, IEnumerable<JsonNode?>> make) =>
        array?.Node is JsonArray elements ? Variant.Of(Array(make(elements))) : null;

    /// <summary>What is made of an object; null of anything else.</summary>
    public static Variant? Object(Variant? document, Func<JsonObject, JsonNode> make) => document?.Node is JsonObject members ? Variant.Of(make(members)) : null;

    public static JsonObject With(JsonObject members, string key, JsonNode? value)
    {
        var copy = (JsonObject)members.DeepClone();
        copy.Remove(key);
        if (value is not null)
        {
            copy[key] = value;
        }

        return copy;
    }

    /// <summary>The place of the first element that is the same; -1 where none is.</summary>
    public static int Place(JsonArray elements, JsonNode? wanted) => elements.ToList().FindIndex(element => JsonNode.DeepEquals(element, wanted));
}
