using Pipeline.Sql.DuckDb;
using static Pipeline.Sql.Function;

namespace Pipeline.Sql;

/// <summary>Semi-structured values and objects. What is none, and a JSON null, is null.</summary>
internal static class JsonFunctions
{
    public static readonly IReadOnlyList<Function> All =
    [
        Of("JsonObject", Any, "OBJECT_CONSTRUCT_KEEP_NULL({*})", "JSON_OBJECT({*})"),
        Of("ParseJson", 1, "PARSE_JSON({0})", "CAST({0} AS JSON)"),
        Of("TryParseJson", 1, "STRIP_NULL_VALUE(TRY_PARSE_JSON({0}))", "NULLIF(TRY_CAST({0} AS JSON), 'null')"),
        Of("ObjectOrNull", 1, "AS_OBJECT({0})", "CASE WHEN JSON_TYPE({0}) = 'OBJECT' THEN {0} END"),
        Of("TypeOf", 1, "TYPEOF({0})",
            "CASE JSON_TYPE({0}) WHEN 'UBIGINT' THEN 'INTEGER' WHEN 'BIGINT' THEN 'INTEGER' WHEN 'DOUBLE' THEN 'DECIMAL' ELSE JSON_TYPE({0}) END"),
        Is("IsArray", "IS_ARRAY", "'ARRAY'"),
        Is("IsObject", "IS_OBJECT", "'OBJECT'"),
        Is("IsText", "IS_VARCHAR", "'VARCHAR'"),
        Is("IsBoolean", "IS_BOOLEAN", "'BOOLEAN'"),
        Is("IsInteger", "IS_INTEGER", "'UBIGINT', 'BIGINT'"),
        Is("IsNumber", "IS_DECIMAL", "'UBIGINT', 'BIGINT', 'DOUBLE'"),
        OfObject("ObjectKeys", 1, "ARRAY_SORT(OBJECT_KEYS(AS_OBJECT({0})))", "TO_JSON(LIST_SORT(JSON_KEYS({0})))"),

        // A null takes the member out.
        OfObject("ObjectInsert", 3, "OBJECT_INSERT(AS_OBJECT({0}), {1}, {2}, TRUE)", "JSON_MERGE_PATCH({0}, JSON_OBJECT({1}, {2}))"),
        OfObject("ObjectDelete", 2, "OBJECT_DELETE(AS_OBJECT({0}), {1})", "JSON_MERGE_PATCH({0}, JSON_OBJECT({1}, NULL))"),
        Of("ObjectPick", Any, "OBJECT_PICK(AS_OBJECT({0}), {1*})", DuckDbWords.ObjectPick),
    ];

    private static Function Is(string name, string snowflake, string types) =>
        Of(name, 1, snowflake + "({0})", new TextSpelling("JSON_TYPE({0}) IN (" + types + ")", Precedence.Comparison));

    private static Function OfObject(string name, int arguments, string snowflake, string members) =>
        Of(name, arguments, snowflake, "CASE WHEN JSON_TYPE({0}) = 'OBJECT' THEN " + members + " END");
}
