using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Pipeline.Model;

/// <summary>A semi-structured value: a JSON document, or a part of one. Never a JSON null; that is a C# null.</summary>
/// <remarks>
/// <para>Becomes a VARIANT column. Read it with <see cref="As{T}"/> where its shape is known, else step by step with the indexers; what is
/// missing, or of another type, is null and never an error.</para>
/// See <see href="https://docs.snowflake.com/en/sql-reference/data-types-semistructured">Semi-structured data types</see>.
/// </remarks>
/// <example><code>
/// let product = r.Document.As&lt;ProductDocument&gt;().OrReject("not a product")
/// let price = r.Document["price"]?["amount"]?.AsDecimal()
/// </code></example>
public sealed class Variant
{
    private readonly JsonNode node;

    private Variant(JsonNode node) => this.node = node;

    internal JsonNode Node => node;

    /// <summary>For tests: the value that a JSON text holds; null for a JSON null.</summary>
    /// <param name="json">The JSON text.</param>
    /// <exception cref="JsonException">The text isn't JSON.</exception>
    public static Variant? Parse([StringSyntax(StringSyntaxAttribute.Json)] string json) => Of(JsonNode.Parse(json));

    /// <summary>For tests: a value over a JSON node; null for a JSON null.</summary>
    /// <param name="node">The node.</param>
    public static Variant? Of(JsonNode? node) => node is null ? null : new(node);

    /// <summary>The member of an object; null where there is none. Upper and lower case differ.</summary>
    /// <param name="key">The member's name.</param>
    public Variant? this[string key] => node is JsonObject members ? Of(members[key]) : null;

    /// <summary>The element of an array; null where there is none.</summary>
    /// <param name="index">Its place, from 0.</param>
    public Variant? this[int index] => node is JsonArray elements && index >= 0 && index < elements.Count ? Of(elements[index]) : null;

    /// <summary>A text as it is; a number or a truth value as JSON writes it; an object or an array as its JSON.</summary>
    public string? AsString() => node.GetValueKind() == JsonValueKind.String ? node.GetValue<string>() : node.ToJsonString();

    /// <summary>A number, also one in a text; else null.</summary>
    public decimal? AsDecimal() => node is JsonValue
        && decimal.TryParse(AsString(), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>A truth value, also <c>"true"</c> or <c>"false"</c> in a text; else null.</summary>
    public bool? AsBool() => node is JsonValue && bool.TryParse(AsString(), out var truth) ? truth : null;

    /// <summary>A time in ISO 8601; else null.</summary>
    public DateTime? AsDateTime() => node.GetValueKind() == JsonValueKind.String ? Sql.TryToTimestamp(AsString(), "AUTO") : null;

    /// <summary>An object by its shape: a class whose properties are its members. Null where it isn't an object.</summary>
    /// <remarks>
    /// A member's name is the property's, or what <see cref="FromFieldAttribute">[FromField]</see> says. A member that is missing, or of another type, is
    /// null: so all of a shape's properties are nullable. Shapes nest, and an <c>IReadOnlyList&lt;Shape&gt;</c> is an array.
    /// </remarks>
    /// <typeparam name="T">The shape.</typeparam>
    public T? As<T>()
        where T : class => (T?)VariantShape.Read(node, typeof(T));

    /// <summary>The value as JSON.</summary>
    public override string ToString() => node.ToJsonString();
}
