using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;

namespace Pipeline.Model;

public static partial class Sql
{
    /// <summary>An array of values; a null stays as a JSON null: ARRAY_CONSTRUCT.</summary>
    /// <example><code>Tags = Sql.ArrayConstruct(p.Brand, p.Category)</code></example>
    /// <param name="values">Texts, numbers and truth values.</param>
    public static Variant ArrayConstruct(params object?[] values) => Variant.Of(Json.Array(values.Select(Json.Node)))!;

    /// <summary>How many elements an array has: ARRAY_SIZE. Null where it is none.</summary>
    /// <example><code>Lines = Sql.ArraySize(r.Document["lines"])</code></example>
    /// <param name="array">The array.</param>
    public static int? ArraySize(Variant? array) => (array?.Node as JsonArray)?.Count;

    /// <summary>Whether an array has an element: ARRAY_CONTAINS. What is no array has none.</summary>
    /// <example><code>where Sql.ArrayContains(p.Tags, "new")</code></example>
    /// <typeparam name="T">A text, a number or a truth value.</typeparam>
    /// <param name="array">The array.</param>
    /// <param name="value">The value.</param>
    public static bool ArrayContains<T>(Variant? array, T value) => ArrayPosition(array, value) is not null;

    /// <summary>The place of an element in an array, from 0; null where it is nowhere: ARRAY_POSITION.</summary>
    /// <example><code>At = Sql.ArrayPosition(p.Tags, "new")</code></example>
    /// <typeparam name="T">A text, a number or a truth value.</typeparam>
    /// <param name="array">The array.</param>
    /// <param name="value">The value.</param>
    public static int? ArrayPosition<T>(Variant? array, T value) => array?.Node is JsonArray elements && Json.Place(elements, Json.Node(value)) is >= 0 and var place ? place : null;

    /// <summary>The array with one more element at its end: ARRAY_APPEND. Null where it is none.</summary>
    /// <example><code>Tags = Sql.ArrayAppend(p.Tags, "seen")</code></example>
    /// <typeparam name="T">A text, a number or a truth value.</typeparam>
    /// <param name="array">The array.</param>
    /// <param name="value">The value.</param>
    public static Variant? ArrayAppend<T>(Variant? array, T value) => Json.List(array, elements => elements.Append(Json.Node(value)));

    /// <summary>The array with one more element at its beginning: ARRAY_PREPEND. Null where it is none.</summary>
    /// <example><code>Tags = Sql.ArrayPrepend(p.Tags, "seen")</code></example>
    /// <typeparam name="T">A text, a number or a truth value.</typeparam>
    /// <param name="array">The array.</param>
    /// <param name="value">The value.</param>
    public static Variant? ArrayPrepend<T>(Variant? array, T value) => Json.List(array, elements => elements.Prepend(Json.Node(value)));

    /// <summary>The elements of both arrays, one after the other: ARRAY_CAT. Null where one is none.</summary>
    /// <example><code>Tags = Sql.ArrayCat(p.Tags, p.Labels)</code></example>
    /// <param name="array">The array.</param>
    /// <param name="other">The other array.</param>
    public static Variant? ArrayCat(Variant? array, Variant? other) => other?.Node is JsonArray more ? Json.List(array, elements => elements.Concat(more)) : null;

    /// <summary>The array without its JSON nulls: ARRAY_COMPACT. Null where it is none.</summary>
    /// <example><code>Tags = Sql.ArrayCompact(p.Tags)</code></example>
    /// <param name="array">The array.</param>
    public static Variant? ArrayCompact(Variant? array) => Json.List(array, elements => elements.Where(element => element is not null));

    /// <summary>The array with each element once, in any order: ARRAY_DISTINCT. Null where it is none.</summary>
    /// <example><code>Tags = Sql.ArrayDistinct(p.Tags)</code></example>
    /// <param name="array">The array.</param>
    public static Variant? ArrayDistinct(Variant? array) => Json.List(array, elements => elements.Where((element, place) => Json.Place(elements, element) == place));

    /// <summary>The elements from one place up to before another, from 0; a negative place counts from the end: ARRAY_SLICE. Null where it is none.</summary>
    /// <example><code>First = Sql.ArraySlice(p.Tags, 0, 3)</code></example>
    /// <param name="array">The array.</param>
    /// <param name="from">The first place.</param>
    /// <param name="to">The place after the last.</param>
    public static Variant? ArraySlice(Variant? array, int from, int to) => Json.List(array, elements => elements.Take(to < 0 ? elements.Count + to : to).Skip(from < 0 ? Math.Max(0, elements.Count + from) : from));

    /// <summary>The elements as texts with a separator between them; a JSON null is empty: ARRAY_TO_STRING. Null where it is none.</summary>
    /// <example><code>Tags = Sql.ArrayToString(p.Tags, ", ")</code></example>
    /// <param name="array">The array.</param>
    /// <param name="separator">What stands between two.</param>
    public static string? ArrayToString(Variant? array, string separator) => array?.Node is JsonArray elements ? string.Join(separator, elements.Select(element => Variant.Of(element)?.AsString() ?? "")) : null;

    /// <summary>The array without the element in one place, from 0: ARRAY_REMOVE_AT. Null where it is none.</summary>
    /// <example><code>Rest = Sql.ArrayRemoveAt(p.Tags, 0)</code></example>
    /// <param name="array">The array.</param>
    /// <param name="place">The place.</param>
    public static Variant? ArrayRemoveAt(Variant? array, int place) => Json.List(array, elements => elements.Where((_, at) => at != place));

    /// <summary>Whether two arrays have an element in common: ARRAYS_OVERLAP. What is no array has none.</summary>
    /// <example><code>where Sql.ArraysOverlap(p.Tags, c.Interests)</code></example>
    /// <param name="array">The array.</param>
    /// <param name="other">The other array.</param>
    public static bool ArraysOverlap(Variant? array, Variant? other) => array?.Node is JsonArray elements && other?.Node is JsonArray more && elements.Any(element => Json.Place(more, element) >= 0);

    /// <summary>The parts of a text between separators, as an array: SPLIT. An empty separator divides nothing.</summary>
    /// <example><code>Parts = Sql.Split(p.Path, "/")</code></example>
    /// <param name="text">The text.</param>
    /// <param name="separator">What stands between two.</param>
    [return: NotNullIfNotNull(nameof(text))]
    public static Variant? Split(string? text, string separator) => text is null ? null : Variant.Of(Json.Array((separator.Length == 0 ? [text] : text.Split(separator)).Select(part => (JsonNode?)part)));
}
