namespace Loads.Benchmarks.Scd2;

/// <summary>The dimension's attributes, and what scripts say of each of them in turn.</summary>
internal static class Scd2Columns
{
    private static readonly string[] Attributes =
    [
        "FIRST_NAME", "LAST_NAME", "EMAIL", "PHONE", "STREET", "CITY", "POSTAL_CODE", "COUNTRY", "SEGMENT", "POINTS", "CREDIT_LIMIT", "BIRTH_DATE",
    ];

    /// <summary>The names alone.</summary>
    public static string Names => string.Join(", ", Attributes);

    /// <summary>Something said of each column, <c>{0}</c> being its name.</summary>
    public static string Each(string text, string between = ", ") =>
        string.Join(between, Attributes.Select(a => string.Format(System.Globalization.CultureInfo.InvariantCulture, text, a)));

    /// <summary>Whether two rows differ, in the words that dbt and SQLMesh have for it.</summary>
    public static string Differ(string left, string right) =>
        Each($"({left}{{0}} <> {right}{{0}} OR ({left}{{0}} IS NULL AND {right}{{0}} IS NOT NULL) OR ({left}{{0}} IS NOT NULL AND {right}{{0}} IS NULL))", " OR ");

    /// <summary>What all algorithms must agree on: every version with its values and its time.</summary>
    public static string Compared(string table) => $"""
        SELECT count(*) AS VERSIONS, count_if(VALID_TO IS NULL) AS OPEN_VERSIONS, sum(hash(MEMBER_ID, {Names}, VALID_FROM, VALID_TO)) AS CONTENT
        FROM {table} WHERE MEMBER_ID >= 0
        """;
}
