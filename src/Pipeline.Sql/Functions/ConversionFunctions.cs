using Pipeline.Sql.DuckDb;
using static Pipeline.Sql.Function;

namespace Pipeline.Sql;

/// <summary>Texts as values of other types, where they hold one.</summary>
internal static class ConversionFunctions
{
    public static readonly IReadOnlyList<Function> All =
    [
        Of("TryToDecimal", 3, "TRY_TO_DECIMAL({*})", DuckDbWords.TryToDecimal),
        Of("TryToInt", 1, "TRY_TO_NUMBER({0}, 10, 0)", DuckDbWords.TryToInt),
        Of("TryToLong", 1, "TRY_TO_NUMBER({0}, 19, 0)", DuckDbWords.TryToLong),
        // Digits grouped by underscores, and a sign among blanks, are a number to DuckDB alone.
        Of("TryToDouble", 1, "TRY_TO_DOUBLE({0})", "TRY_CAST(TRIM(REPLACE({0}, '_', '?')) AS DOUBLE)"),
        Of("TryToBoolean", 1, "TRY_TO_BOOLEAN({0})",
            "CASE WHEN LOWER({0}) IN ('true', 't', 'yes', 'y', 'on', '1') THEN TRUE WHEN LOWER({0}) IN ('false', 'f', 'no', 'n', 'off', '0') THEN FALSE END"),
        Of("TryToDate", 2, "TRY_TO_DATE({*})", DuckDbWords.TryToDate),
        Of("TryToTimestamp", 2, "TRY_TO_TIMESTAMP_NTZ({*})", DuckDbWords.TryToTimestamp),
        Of("TryToTime", 2, "TRY_TO_TIME({*})", DuckDbWords.TryToTime),
        Of("FormatTime", 2, "TO_CHAR({*})", DuckDbWords.FormatTime),
    ];
}
