using static Pipeline.Sql.Function;
using static Pipeline.Sql.Precedence;

namespace Pipeline.Sql;

/// <summary>Regular expressions, LIKE, and the parts of a URL.</summary>
internal static class PatternFunctions
{
    public static readonly IReadOnlyList<Function> All =
    [
        // Snowflake anchors at both ends; so does DuckDB by the full match.
        Of("IsMatch", 2, "REGEXP_LIKE({0}, {1})", "REGEXP_FULL_MATCH({0}, {1})"),
        Of("RegexpReplace", 3, "REGEXP_REPLACE({0}, {1}, {2})", "REGEXP_REPLACE({0}, {1}, {2}, 'g')"),

        // REGEXP_EXTRACT gives an empty text where nothing matches, Snowflake null.
        Of("RegexpSubstr", 2, "REGEXP_SUBSTR({0}, {1})", "REGEXP_EXTRACT_ALL({0}, {1})[1]"),
        Of("RegexpSubstr", 3, "REGEXP_SUBSTR({0}, {1}, 1, {2})", "REGEXP_EXTRACT_ALL({0}, {1})[{2}]"),
        Of("RegexpGroup", 3, "REGEXP_SUBSTR({0}, {1}, 1, 1, 'e', {2})", "REGEXP_EXTRACT_ALL({0}, {1}, {2})[1]"),
        Of("RegexpCount", 2, "REGEXP_COUNT({0}, {1})", "CAST(LEN(REGEXP_EXTRACT_ALL({0}, {1})) AS INTEGER)"),

        // What stands before the first match is as short as it can be.
        Of("RegexpInstr", 2, "REGEXP_INSTR({0}, {1})",
            "CASE WHEN REGEXP_MATCHES({0}, {1}) THEN LENGTH(REGEXP_EXTRACT({0}, '^((?s:.*?))(?:' || {1} || ')', 1)) + 1 WHEN {0} IS NULL THEN NULL ELSE 0 END"),

        // Neither has an escape character unless one is named.
        Same("Like", 2, new TextSpelling("{0} LIKE {1}", Comparison)),
        Same("Like", 3, new TextSpelling("{0} LIKE {1} ESCAPE {2}", Comparison)),
        Same("ILike", 2, new TextSpelling("{0} ILIKE {1}", Comparison)),
        Same("ILike", 3, new TextSpelling("{0} ILIKE {1} ESCAPE {2}", Comparison)),

        // What isn't there is null, also a path of nothing but the slash.
        Url("UrlScheme", "scheme", "^([A-Za-z][A-Za-z0-9+.-]*)://"),
        Url("UrlHost", "host", "^[A-Za-z][A-Za-z0-9+.-]*://(?:[^/?#@]*@)?([^:/?#]+)"),
        Url("UrlPort", "port", "^[A-Za-z][A-Za-z0-9+.-]*://(?:[^/?#@]*@)?[^:/?#]+:([0-9]+)"),
        Url("UrlPath", "path", "^[A-Za-z][A-Za-z0-9+.-]*://[^/?#]*/([^?#]*)"),
        Url("UrlQuery", "query", @"^[A-Za-z][A-Za-z0-9+.-]*://[^?#]*\?([^#]*)"),
        Url("UrlFragment", "fragment", "^[A-Za-z][A-Za-z0-9+.-]*://[^#]*#(.*)"),
    ];

    private static Function Url(string name, string part, string pattern) =>
        Of(name, 1, "NULLIF(PARSE_URL({0}, 1):" + part + "::VARCHAR, '')", "NULLIF(REGEXP_EXTRACT({0}, '" + pattern + "', 1), '')");
}
