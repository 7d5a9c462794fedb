// Semi-structured values.
using Pipeline.Model;

namespace Functions;

/// <summary>Values and objects of a VARIANT.</summary>
[View<Tried>]
public sealed class JsonValues
{
    public int Id { get; init; }
    public Variant? Parsed { get; init; }
    public string? TypeOf { get; init; }
    public string? TypeOfPart { get; init; }
    public bool IsArray { get; init; }
    public bool IsObject { get; init; }
    public bool IsText { get; init; }
    public bool IsBoolean { get; init; }
    public bool IsInteger { get; init; }
    public bool IsNumber { get; init; }
    public Variant? ObjectKeys { get; init; }
    public Variant? ObjectInsert { get; init; }
    public Variant? ObjectInsertText { get; init; }
    public Variant? ObjectDelete { get; init; }
    public Variant? ObjectPick { get; init; }
    public Variant JsonObject { get; init; }
    public string? Step { get; init; }

    [Define]
    internal static Query<JsonValues> Define(Query<Documents> documents) =>
        from r in documents
        select new JsonValues
        {
            Id = r.Id,
            Parsed = Sql.TryParseJson(r.Json),
            TypeOf = Sql.TypeOf(r.Document),
            TypeOfPart = Sql.TypeOf(r.Document?["a"]),
            IsArray = Sql.IsArray(r.Document),
            IsObject = Sql.IsObject(r.Document),
            IsText = Sql.IsText(r.Document),
            IsBoolean = Sql.IsBoolean(r.Document),
            IsInteger = Sql.IsInteger(r.Document),
            IsNumber = Sql.IsNumber(r.Document),
            ObjectKeys = Sql.ObjectKeys(r.Document),
            ObjectInsert = Sql.ObjectInsert(r.Document, r.Key, r.Place),
            ObjectInsertText = Sql.ObjectInsert(r.Document, "b", r.Json),
            ObjectDelete = Sql.ObjectDelete(r.Document, r.Key),
            ObjectPick = Sql.ObjectPick(r.Document, "a", r.Key),
            JsonObject = Sql.JsonObject("id", r.Id, "key", r.Key, "json", r.Json),
            Step = Sql.ObjectInsert(r.Document, "z", "end")?["z"]?.AsString(),
        };
}

/// <summary>Arrays of a VARIANT.</summary>
[View<Tried>]
public sealed class JsonArrays
{
    public int Id { get; init; }
    public Variant ArrayConstruct { get; init; }
    public int? ArraySize { get; init; }
    public bool ArrayContains { get; init; }
    public bool ArrayContainsNumber { get; init; }
    public int? ArrayPosition { get; init; }
    public Variant? ArrayAppend { get; init; }
    public Variant? ArrayPrepend { get; init; }
    public Variant? ArrayCat { get; init; }
    public Variant? ArrayCompact { get; init; }
    public Variant? ArrayDistinct { get; init; }
    public Variant? ArraySlice { get; init; }
    public Variant? ArraySliceFromEnd { get; init; }
    public Variant? ArraySliceToEnd { get; init; }
    public string? ArrayToString { get; init; }
    public Variant? ArrayRemoveAt { get; init; }
    public bool ArraysOverlap { get; init; }
    public Variant? Split { get; init; }
    public Variant? SplitByNothing { get; init; }

    [Define]
    internal static Query<JsonArrays> Define(Query<Documents> documents) =>
        from r in documents
        select new JsonArrays
        {
            Id = r.Id,
            ArrayConstruct = Sql.ArrayConstruct(r.Id, r.Key, r.Json, true),
            ArraySize = Sql.ArraySize(r.Document),
            ArrayContains = Sql.ArrayContains(r.Document, r.Key),
            ArrayContainsNumber = Sql.ArrayContains(r.Document, 1),
            ArrayPosition = Sql.ArrayPosition(r.Document, r.Key),
            ArrayAppend = Sql.ArrayAppend(r.Document, r.Key),
            ArrayPrepend = Sql.ArrayPrepend(r.Document, r.Place),
            ArrayCat = Sql.ArrayCat(r.Document, r.Other),
            ArrayCompact = Sql.ArrayCompact(r.Document),
            ArrayDistinct = Sql.ArrayDistinct(r.Document),
            ArraySlice = Sql.ArraySlice(r.Document, 1, 3),
            ArraySliceFromEnd = Sql.ArraySlice(r.Document, -2, 9),
            ArraySliceToEnd = Sql.ArraySlice(r.Document, 0, -1),
            ArrayToString = Sql.ArrayToString(r.Document, "|"),
            ArrayRemoveAt = Sql.ArrayRemoveAt(r.Document, r.Place),
            ArraysOverlap = Sql.ArraysOverlap(r.Document, r.Other),
            Split = Sql.Split(r.Json, r.Key),
            SplitByNothing = Sql.Split(r.Json, ""),
        };
}
