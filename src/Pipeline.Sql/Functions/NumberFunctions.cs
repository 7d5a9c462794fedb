using Pipeline.Sql.DuckDb;
using static Pipeline.Sql.Function;

namespace Pipeline.Sql;

/// <summary>Numbers: rounding, powers, angles, bits.</summary>
internal static class NumberFunctions
{
    public static readonly IReadOnlyList<Function> All =
    [
        Same("Abs", 1, "ABS({0})"),
        Same("Sign", 1, "SIGN({0})"),
        Same("Round", 1, "ROUND({0})"),
        Same("Round", 2, "ROUND({0}, {1})"),
        Of("RoundToEven", 1, Words.RoundToEven, DuckDbWords.RoundToEven),
        Of("RoundToEven", 2, Words.RoundToEven, DuckDbWords.RoundToEven),
        Same("Truncate", 1, "TRUNC({0})"),
        Same("Truncate", 2, "TRUNC({0}, {1})"),
        Of("Floor", 1, "FLOOR({0})", DuckDbWords.ToWhole("FLOOR")),
        Of("Floor", 2, "FLOOR({0}, {1})", DuckDbWords.ToDigits("FLOOR")),
        Of("Ceiling", 1, "CEIL({0})", DuckDbWords.ToWhole("CEIL")),
        Of("Ceiling", 2, "CEIL({0}, {1})", DuckDbWords.ToDigits("CEIL")),

        // By 0 they give 0; an exact quotient has Snowflake's digits.
        Of("Div0", 2, "DIV0({0}, {1})", DuckDbWords.Div0),
        Of("Div0Null", 2, "DIV0NULL({0}, {1})", DuckDbWords.Div0Null),
        Of("WidthBucket", 4, "WIDTH_BUCKET({0}, {1}, {2}, {3})", DuckDbWords.WidthBucket),
        Same("Square", 1, "POWER({0}, 2)") with { Snowflake = "SQUARE({0})" },
        Same("Sqrt", 1, "SQRT({0})"),
        Same("Cbrt", 1, "CBRT({0})"),
        Same("Power", 2, "POWER({0}, {1})"),
        Same("Exp", 1, "EXP({0})"),
        Same("Ln", 1, "LN({0})"),
        Of("Log10", 1, "LOG(10, {0})", "LOG10({0})"),
        Of("Log2", 1, "LOG(2, {0})", "LOG2({0})"),
        // C# has the base last, SQL first.
        Same("Log", 2, "LOG({1}, {0})"),
        Of("Factorial", 1, "FACTORIAL({0})", "CAST(FACTORIAL(CAST({0} AS INTEGER)) AS BIGINT)"),

        Same("Sin", 1, "SIN({0})"),
        Same("Cos", 1, "COS({0})"),
        Same("Tan", 1, "TAN({0})"),
        Same("Cot", 1, "COT({0})"),
        Same("Asin", 1, "ASIN({0})"),
        Same("Acos", 1, "ACOS({0})"),
        Same("Atan", 1, "ATAN({0})"),
        Same("Atan2", 2, "ATAN2({0}, {1})"),
        Same("Sinh", 1, "SINH({0})"),
        Same("Cosh", 1, "COSH({0})"),
        Same("Tanh", 1, "TANH({0})"),
        Same("Asinh", 1, "ASINH({0})"),
        Same("Acosh", 1, "ACOSH({0})"),
        Same("Atanh", 1, "ATANH({0})"),
        Same("Degrees", 1, "DEGREES({0})"),
        Same("Radians", 1, "RADIANS({0})"),
        Of("Haversine", 4, "HAVERSINE({0}, {1}, {2}, {3})",
            "2 * 6371.0e0 * ASIN(SQRT(POWER(SIN(RADIANS({2} - {0}) / 2), 2) + COS(RADIANS({0})) * COS(RADIANS({2})) * POWER(SIN(RADIANS({3} - {1}) / 2), 2)))"),

        Of("BitAnd", 2, "BITAND({0}, {1})", "({0} & {1})"),
        Of("BitOr", 2, "BITOR({0}, {1})", "({0} | {1})"),
        Of("BitXor", 2, "BITXOR({0}, {1})", "XOR({0}, {1})"),
        Of("BitNot", 1, "BITNOT({0})", "(~{0})"),
        Of("BitShiftLeft", 2, "BITSHIFTLEFT({0}, {1})", "({0} << {1})"),
        Of("BitShiftRight", 2, "BITSHIFTRIGHT({0}, {1})", "({0} >> {1})"),
        Of("GetBit", 2, "GETBIT({0}, {1})", "CAST(({0} >> {1}) & 1 AS INTEGER)"),
    ];
}
