namespace Pipeline.Sql;

/// <summary>Aggregates that are a matter of words alone, in both dialects side by side; those that take more are in the dialects.</summary>
/// <remarks>Each is a method of the same name of a group. Rows that a filter leaves out are no arguments: in Snowflake the first is null for them, in DuckDB they are filtered.</remarks>
internal static class AggregateFunctions
{
    public static readonly IReadOnlyList<AggregateFunction> All =
    [
        Same("Min", "MIN({0})"),
        Same("Max", "MAX({0})"),
        new("BoolOr", "BOOLOR_AGG({0})", "BOOL_OR({0})"),
        new("BoolAnd", "BOOLAND_AGG({0})", "BOOL_AND({0})"),
        new("BitAnd", "BITAND_AGG({0})", "BIT_AND({0})"),
        new("BitOr", "BITOR_AGG({0})", "BIT_OR({0})"),
        new("BitXor", "BITXOR_AGG({0})", "BIT_XOR({0})"),
        Same("Mode", "MODE({0})"),
        Same("Stddev", "STDDEV_SAMP({0})"),
        Same("StddevPopulation", "STDDEV_POP({0})"),
        Same("Variance", "VAR_SAMP({0})"),
        Same("VariancePopulation", "VAR_POP({0})"),
        new("Skewness", "SKEW({0})", "SKEWNESS({0})"),
        Same("Kurtosis", "KURTOSIS({0})"),
        // Of points in one place DuckDB gives NaN, Snowflake null.
        new("Correlation", "CORR({0}, {1})", "NULLIF(CORR({0}, {1}){filter}, CAST('NaN' AS DOUBLE))"),
        Same("Covariance", "COVAR_SAMP({0}, {1})"),
        Same("CovariancePopulation", "COVAR_POP({0}, {1})"),
        new("RegressionSlope", "REGR_SLOPE({0}, {1})", "NULLIF(REGR_SLOPE({0}, {1}){filter}, CAST('NaN' AS DOUBLE))"),
        new("RegressionIntercept", "REGR_INTERCEPT({0}, {1})", "NULLIF(REGR_INTERCEPT({0}, {1}){filter}, CAST('NaN' AS DOUBLE))"),
        new("RegressionR2", "REGR_R2({0}, {1})", "NULLIF(REGR_R2({0}, {1}){filter}, CAST('NaN' AS DOUBLE))"),
        Same("RegressionCount", "REGR_COUNT({0}, {1})"),
        new("PercentileDisc", "PERCENTILE_DISC({1}) WITHIN GROUP (ORDER BY {0})", "QUANTILE_DISC({0}, {1})"),
        new("ArrayAgg", "ARRAY_AGG({0}) WITHIN GROUP (ORDER BY {0})", "COALESCE(TO_JSON(LIST({0} ORDER BY {0}) FILTER (WHERE {0} IS NOT NULL)), CAST('[]' AS JSON))"),
        new("ObjectAgg", "OBJECT_AGG({0}, TO_VARIANT({1}))", "COALESCE(TO_JSON(MAP_FROM_ENTRIES(LIST(ROW({0}, {1}) ORDER BY {0}) FILTER (WHERE {0} IS NOT NULL AND {1} IS NOT NULL))), CAST('{}' AS JSON))"),
    ];

    public static AggregateFunction? Find(string name) => All.FirstOrDefault(f => f.Name == name);

    private static AggregateFunction Same(string name, string text) => new(name, text, text);
}
