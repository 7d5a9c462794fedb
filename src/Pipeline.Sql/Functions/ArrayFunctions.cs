using static Pipeline.Sql.Function;

namespace Pipeline.Sql;

/// <summary>Arrays of a VARIANT. What is none is null; places are counted from 0.</summary>
internal static class ArrayFunctions
{
    public static readonly IReadOnlyList<Function> All =
    [
        Of("ArrayConstruct", Any, "ARRAY_CONSTRUCT({*})", "JSON_ARRAY({*})"),
        Of("ArraySize", 1, "ARRAY_SIZE({0})", "CASE WHEN JSON_TYPE({0}) = 'ARRAY' THEN CAST(JSON_ARRAY_LENGTH({0}) AS BIGINT) END"),
        OfArray("ArrayContains", 2, "ARRAY_CONTAINS(TO_VARIANT({1}), AS_ARRAY({0}))", "LIST_CONTAINS([0], TO_JSON({1}))"),
        OfArray("ArrayPosition", 2, "ARRAY_POSITION(TO_VARIANT({1}), AS_ARRAY({0}))", "NULLIF(LIST_POSITION([0], TO_JSON({1})), 0) - 1"),
        OfArray("ArrayAppend", 2, "ARRAY_APPEND(AS_ARRAY({0}), {1})", "TO_JSON(LIST_APPEND([0], TO_JSON({1})))"),
        OfArray("ArrayPrepend", 2, "ARRAY_PREPEND(AS_ARRAY({0}), {1})", "TO_JSON(LIST_PREPEND(TO_JSON({1}), [0]))"),
        Of("ArrayCat", 2, "ARRAY_CAT(AS_ARRAY({0}), AS_ARRAY({1}))",
            "CASE WHEN JSON_TYPE({0}) = 'ARRAY' AND JSON_TYPE({1}) = 'ARRAY' THEN TO_JSON(LIST_CONCAT(CAST({0} AS JSON[]), CAST({1} AS JSON[]))) END"),
        OfArray("ArrayCompact", 1, "ARRAY_COMPACT(AS_ARRAY({0}))", "TO_JSON(LIST_FILTER([0], lambda element: element <> 'null'))"),
        // Which of them comes first is nobody's promise.
        OfArray("ArrayDistinct", 1, "ARRAY_DISTINCT(AS_ARRAY({0}))", "TO_JSON(LIST_FILTER([0], lambda element, place: LIST_POSITION([0], element) = place))"),
        OfArray("ArraySlice", 3, "ARRAY_SLICE(AS_ARRAY({0}), {1}, {2})", "TO_JSON([0][CASE WHEN {1} < 0 THEN {1} ELSE {1} + 1 END : CASE WHEN {2} < 0 THEN {2} - 1 ELSE {2} END])"),
        OfArray("ArrayToString", 2, "ARRAY_TO_STRING(AS_ARRAY({0}), {1})",
            "ARRAY_TO_STRING(LIST_TRANSFORM([0], lambda element: COALESCE(JSON_EXTRACT_STRING(element, '$'), '')), {1})"),
        OfArray("ArrayRemoveAt", 2, "ARRAY_REMOVE_AT(AS_ARRAY({0}), {1})", "TO_JSON(LIST_CONCAT([0][:{1}], [0][{1} + 2:]))"),
        Of("ArraysOverlap", 2, "ARRAYS_OVERLAP(AS_ARRAY({0}), AS_ARRAY({1}))",
            "CASE WHEN JSON_TYPE({0}) = 'ARRAY' AND JSON_TYPE({1}) = 'ARRAY' THEN LIST_HAS_ANY(CAST({0} AS JSON[]), CAST({1} AS JSON[])) END"),
        Of("Split", 2, "SPLIT({0}, {1})", "CASE WHEN {1} = '' AND {0} IS NOT NULL THEN JSON_ARRAY({0}) ELSE TO_JSON(STRING_SPLIT({0}, {1})) END"),
    ];

    // [0] is the list of the first argument's elements.
    private static Function OfArray(string name, int arguments, string snowflake, string list) => Of(
        name, arguments, snowflake, "CASE WHEN JSON_TYPE({0}) = 'ARRAY' THEN " + list.Replace("[0]", "CAST({0} AS JSON[])") + " END");
}
