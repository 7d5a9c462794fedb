using Pipeline.Sql.DuckDb;
using static Pipeline.Sql.Function;

namespace Pipeline.Sql;

/// <summary>Which of several values, and what stands for none.</summary>
internal static class ConditionFunctions
{
    public static readonly IReadOnlyList<Function> All =
    [
        Same("Coalesce", Any, "COALESCE({*})"),
        Same("NullIf", 2, "NULLIF({0}, {1})"),
        Of("ZeroIfNull", 1, "ZEROIFNULL({0})", "COALESCE({0}, 0)"),
        Of("NullIfZero", 1, "NULLIFZERO({0})", "NULLIF({0}, 0)"),

        // A null makes Snowflake's result null; DuckDB passes over it.
        Of("Least", Any, "LEAST({*})", DuckDbWords.NullSafe("LEAST")),
        Of("Greatest", Any, "GREATEST({*})", DuckDbWords.NullSafe("GREATEST")),
        Of("LeastPresent", Any, "LEAST_IGNORE_NULLS({*})", "LEAST({*})"),
        Of("GreatestPresent", Any, "GREATEST_IGNORE_NULLS({*})", "GREATEST({*})"),
    ];
}
