using Pipeline.Sql.DuckDb;
using static Pipeline.Sql.Function;

namespace Pipeline.Sql;

/// <summary>Semi-structured values and objects. Null is never a JSON null.</summary>
internal static class JsonFunctions
{
    public static readonly IReadOnlyList<Function> All =
    [
        Of("JsonObject", Any, "OBJECT_CONSTRUCT_KEEP_NULL({*})", "JSON_OBJECT({*})"),
        Of("ParseJson", 1, "PARSE_JSON({0})", "CAST({0} AS JSON)"),
        Of("ObjectOrNull", 1, "AS_OBJECT({0})", "CASE WHEN JSON_TYPE({0}) = 'OBJECT' THEN {0} END"),
        Of("ArraySize", 1, "ARRAY_SIZE({0})", "CASE WHEN JSON_TYPE({0}) = 'ARRAY' THEN CAST(JSON_ARRAY_LENGTH({0}) AS BIGINT) END"),
    ];
}
