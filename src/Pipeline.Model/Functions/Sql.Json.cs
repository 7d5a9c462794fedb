using System.Text.Json;
using System.Text.Json.Nodes;

namespace Pipeline.Model;

public static partial class Sql
{
    /// <summary>The value that a JSON text holds; null where it holds none, or a JSON null: TRY_PARSE_JSON.</summary>
    /// <example><code>Payload = Sql.TryParseJson(r.Payload)</code></example>
    /// <param name="json">The JSON text.</param>
    public static Variant? TryParseJson(string? json) => json is null ? null : Json.Tried(json);

    /// <summary>What a value is: TYPEOF. <c>INTEGER DECIMAL VARCHAR BOOLEAN OBJECT ARRAY</c>.</summary>
    /// <example><code>Type = Sql.TypeOf(r.Document["id"])</code></example>
    /// <param name="value">The value.</param>
    public static string? TypeOf(Variant? value) => value is null ? null : Json.TypeOf(value.Node);

    /// <summary>Whether a value is an array: IS_ARRAY. A null is none.</summary>
    /// <example><code>where Sql.IsArray(r.Document["part"])</code></example>
    /// <param name="value">The value.</param>
    public static bool IsArray(Variant? value) => TypeOf(value) is "ARRAY";

    /// <summary>Whether a value is an object: IS_OBJECT. A null is none.</summary>
    /// <example><code>where Sql.IsObject(r.Document["part"])</code></example>
    /// <param name="value">The value.</param>
    public static bool IsObject(Variant? value) => TypeOf(value) is "OBJECT";

    /// <summary>Whether a value is a text: IS_VARCHAR. A null is none.</summary>
    /// <example><code>where Sql.IsText(r.Document["part"])</code></example>
    /// <param name="value">The value.</param>
    public static bool IsText(Variant? value) => TypeOf(value) is "VARCHAR";

    /// <summary>Whether a value is a truth value: IS_BOOLEAN. A null is none.</summary>
    /// <example><code>where Sql.IsBoolean(r.Document["part"])</code></example>
    /// <param name="value">The value.</param>
    public static bool IsBoolean(Variant? value) => TypeOf(value) is "BOOLEAN";

    /// <summary>Whether a value is a whole number: IS_INTEGER. A null is none.</summary>
    /// <example><code>where Sql.IsInteger(r.Document["part"])</code></example>
    /// <param name="value">The value.</param>
    public static bool IsInteger(Variant? value) => TypeOf(value) is "INTEGER";

    /// <summary>Whether a value is a number: IS_DECIMAL. A null is none.</summary>
    /// <example><code>where Sql.IsNumber(r.Document["part"])</code></example>
    /// <param name="value">The value.</param>
    public static bool IsNumber(Variant? value) => TypeOf(value) is "INTEGER" or "DECIMAL";

    /// <summary>The names of the members of an object, in their order: OBJECT_KEYS. Null where it is none.</summary>
    /// <example><code>Keys = Sql.ObjectKeys(r.Document)</code></example>
    /// <param name="document">The object.</param>
    public static Variant? ObjectKeys(Variant? document) => Json.Object(document, members => Json.Array(members.Select(member => member.Key).Order(StringComparer.Ordinal).Select(key => (JsonNode?)key)));

    /// <summary>The object with a member set; a null takes it out: OBJECT_INSERT. Null where it is none.</summary>
    /// <example><code>Document = Sql.ObjectInsert(r.Document, "source", "web")</code></example>
    /// <typeparam name="T">A text, a number or a truth value.</typeparam>
    /// <param name="document">The object.</param>
    /// <param name="key">The member's name.</param>
    /// <param name="value">The value.</param>
    public static Variant? ObjectInsert<T>(Variant? document, string key, T value) => Json.Object(document, members => Json.With(members, key, Json.Node(value)));

    /// <summary>The object without a member: OBJECT_DELETE. Null where it is none.</summary>
    /// <example><code>Document = Sql.ObjectDelete(r.Document, "email")</code></example>
    /// <param name="document">The object.</param>
    /// <param name="key">The member's name.</param>
    public static Variant? ObjectDelete(Variant? document, string key) => Json.Object(document, members => Json.With(members, key, null));

    /// <summary>The object with some members alone: OBJECT_PICK. Null where it is none.</summary>
    /// <example><code>Document = Sql.ObjectPick(r.Document, "id", "name")</code></example>
    /// <param name="document">The object.</param>
    /// <param name="keys">The members' names.</param>
    public static Variant? ObjectPick(Variant? document, params string[] keys) => Json.Object(document, members => new JsonObject(members.Where(member => keys.Contains(member.Key)).Select(member => KeyValuePair.Create(member.Key, member.Value?.DeepClone()))));

    /// <summary>An object of names and values in turn; a null stays as a JSON null: OBJECT_CONSTRUCT_KEEP_NULL.</summary>
    /// <example><code>Document = Sql.JsonObject("id", c.Id, "name", c.Name)</code></example>
    /// <param name="namesAndValues">A name, its value, a name, its value ..</param>
    public static Variant JsonObject(params object?[] namesAndValues) => Variant.Of(new JsonObject(namesAndValues.Chunk(2).Select(pair => KeyValuePair.Create((string)pair[0]!, Json.Node(pair[1])))))!;
}
