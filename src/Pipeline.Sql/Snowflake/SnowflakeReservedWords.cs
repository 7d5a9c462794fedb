namespace Pipeline.Sql.Snowflake;

/// <summary>The words that Snowflake reserves, for names of any kind, and those that its grammar treats specially as aliases.</summary>
/// <remarks>See <see href="https://docs.snowflake.com/en/sql-reference/reserved-keywords">Reserved and limited keywords</see>.</remarks>
internal static class SnowflakeReservedWords
{
    private const string Words = """
        ACCOUNT ALL ALTER AND ANY AS ASOF BETWEEN BY CASE CAST CHECK COLUMN CONNECT CONNECTION CONSTRAINT CREATE CROSS
        CURRENT CURRENT_DATE CURRENT_ROLE CURRENT_TIME CURRENT_TIMESTAMP CURRENT_USER DATABASE DELETE DISTINCT DROP
        ELSE EXISTS FALSE FOLLOWING FOR FROM FULL GRANT GROUP GSCLUSTER HAVING ILIKE IN INCREMENT INNER INSERT
        INTERSECT INTO IS ISSUE JOIN LATERAL LEFT LIKE LOCALTIME LOCALTIMESTAMP MATCH_CONDITION MATCH_RECOGNIZE MINUS
        NATURAL NOT NULL OF ON OR ORDER ORGANIZATION PIVOT QUALIFY REGEXP REVOKE RIGHT RLIKE ROW ROWS SAMPLE SCHEMA
        SELECT SET SOME START TABLE TABLESAMPLE THEN TO TRIGGER TRUE TRY_CAST UNION UNIQUE UNPIVOT UPDATE USING VALUES
        VIEW WHEN WHENEVER WHERE WINDOW WITH
        """;

    public static readonly HashSet<string> All = new(Words.Split([' ', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries), StringComparer.Ordinal);
}
