namespace Pipeline.Model;

/// <content>Statistics, bits, and the values put together.</content>
public sealed partial class Group<TKey, T>
{
    /// <summary>The value in the middle; between two, their mean: MEDIAN. Nulls don't count.</summary>
    /// <typeparam name="TValue">A number.</typeparam>
    /// <param name="value">The value of a row.</param>
    public decimal? Median<TValue>(Func<T, TValue> value) => Aggregates.Percentile(0.5, rows.Select(value));

    /// <summary>The least value that at least that share of the values doesn't exceed: PERCENTILE_DISC. Nulls don't count.</summary>
    /// <typeparam name="TValue">A number.</typeparam>
    /// <param name="share">The share, 0 to 1; a constant.</param>
    /// <param name="value">The value of a row.</param>
    public TValue PercentileDisc<TValue>(double share, Func<T, TValue> value) => Statistics.Ranked(share, rows.Select(value));

    /// <summary>The value that comes most often; of several, any: MODE. Nulls don't count.</summary>
    /// <typeparam name="TValue">A number.</typeparam>
    /// <param name="value">The value of a row.</param>
    public TValue Mode<TValue>(Func<T, TValue> value) => Statistics.Mode(rows.Select(value));

    /// <summary>The variance of a sample; null of fewer than two values: VAR_SAMP. Nulls don't count.</summary>
    /// <typeparam name="TValue">A number.</typeparam>
    /// <param name="value">The value of a row.</param>
    public double? Variance<TValue>(Func<T, TValue> value) => Statistics.Of(rows.Select(value)).Variance(1);

    /// <summary>The variance of all there is: VAR_POP. Nulls don't count.</summary>
    /// <typeparam name="TValue">A number.</typeparam>
    /// <param name="value">The value of a row.</param>
    public double? VariancePopulation<TValue>(Func<T, TValue> value) => Statistics.Of(rows.Select(value)).Variance(0);

    /// <summary>The standard deviation of a sample; null of fewer than two values: STDDEV_SAMP. Nulls don't count.</summary>
    /// <typeparam name="TValue">A number.</typeparam>
    /// <param name="value">The value of a row.</param>
    public double? Stddev<TValue>(Func<T, TValue> value) => Statistics.Of(rows.Select(value)).Deviation(1);

    /// <summary>The standard deviation of all there is: STDDEV_POP. Nulls don't count.</summary>
    /// <typeparam name="TValue">A number.</typeparam>
    /// <param name="value">The value of a row.</param>
    public double? StddevPopulation<TValue>(Func<T, TValue> value) => Statistics.Of(rows.Select(value)).Deviation(0);

    /// <summary>How far the values lean to one side; null of fewer than three: SKEW. Nulls don't count.</summary>
    /// <typeparam name="TValue">A number.</typeparam>
    /// <param name="value">The value of a row.</param>
    public double? Skewness<TValue>(Func<T, TValue> value) => Statistics.Of(rows.Select(value)).Skewness();

    /// <summary>How far out the values lie, beyond those of a normal distribution; null of fewer than four: KURTOSIS. Nulls don't count.</summary>
    /// <typeparam name="TValue">A number.</typeparam>
    /// <param name="value">The value of a row.</param>
    public double? Kurtosis<TValue>(Func<T, TValue> value) => Statistics.Of(rows.Select(value)).Kurtosis();

    /// <summary>How far two values move together, -1 to 1: CORR. Pairs with a null don't count.</summary>
    /// <typeparam name="TY">A number.</typeparam>
    /// <typeparam name="TX">A number.</typeparam>
    /// <param name="y">The value that depends on the other.</param>
    /// <param name="x">The other value.</param>
    public double? Correlation<TY, TX>(Func<T, TY> y, Func<T, TX> x) => Pairs.Of(rows.Select(y), rows.Select(x)).Correlation;

    /// <summary>The covariance of a sample; null of fewer than two pairs: COVAR_SAMP. Pairs with a null don't count.</summary>
    /// <typeparam name="TY">A number.</typeparam>
    /// <typeparam name="TX">A number.</typeparam>
    /// <param name="y">The value that depends on the other.</param>
    /// <param name="x">The other value.</param>
    public double? Covariance<TY, TX>(Func<T, TY> y, Func<T, TX> x) => Pairs.Of(rows.Select(y), rows.Select(x)).Covariance(1);

    /// <summary>The covariance of all there is: COVAR_POP. Pairs with a null don't count.</summary>
    /// <typeparam name="TY">A number.</typeparam>
    /// <typeparam name="TX">A number.</typeparam>
    /// <param name="y">The value that depends on the other.</param>
    /// <param name="x">The other value.</param>
    public double? CovariancePopulation<TY, TX>(Func<T, TY> y, Func<T, TX> x) => Pairs.Of(rows.Select(y), rows.Select(x)).Covariance(0);

    /// <summary>The slope of the straight line that fits best: REGR_SLOPE. Pairs with a null don't count.</summary>
    /// <typeparam name="TY">A number.</typeparam>
    /// <typeparam name="TX">A number.</typeparam>
    /// <param name="y">The value that depends on the other.</param>
    /// <param name="x">The other value.</param>
    public double? RegressionSlope<TY, TX>(Func<T, TY> y, Func<T, TX> x) => Pairs.Of(rows.Select(y), rows.Select(x)).Slope;

    /// <summary>Where the straight line that fits best begins: REGR_INTERCEPT. Pairs with a null don't count.</summary>
    /// <typeparam name="TY">A number.</typeparam>
    /// <typeparam name="TX">A number.</typeparam>
    /// <param name="y">The value that depends on the other.</param>
    /// <param name="x">The other value.</param>
    public double? RegressionIntercept<TY, TX>(Func<T, TY> y, Func<T, TX> x) => Pairs.Of(rows.Select(y), rows.Select(x)).Intercept;

    /// <summary>How well the straight line fits, 0 to 1: REGR_R2. Pairs with a null don't count.</summary>
    /// <typeparam name="TY">A number.</typeparam>
    /// <typeparam name="TX">A number.</typeparam>
    /// <param name="y">The value that depends on the other.</param>
    /// <param name="x">The other value.</param>
    public double? RegressionR2<TY, TX>(Func<T, TY> y, Func<T, TX> x) => Pairs.Of(rows.Select(y), rows.Select(x)).Fit;

    /// <summary>How many pairs there are without a null: REGR_COUNT.</summary>
    /// <typeparam name="TY">A number.</typeparam>
    /// <typeparam name="TX">A number.</typeparam>
    /// <param name="y">The value that depends on the other.</param>
    /// <param name="x">The other value.</param>
    public long RegressionCount<TY, TX>(Func<T, TY> y, Func<T, TX> x) => Pairs.Of(rows.Select(y), rows.Select(x)).Count;

    /// <summary>The bits that all values have: BITAND_AGG. Nulls don't count.</summary>
    /// <param name="value">The value of a row.</param>
    public long? BitAnd(Func<T, long?> value) => Statistics.Folded(rows.Select(value), (all, next) => all & next);

    /// <summary>The bits that one of the values has: BITOR_AGG. Nulls don't count.</summary>
    /// <param name="value">The value of a row.</param>
    public long? BitOr(Func<T, long?> value) => Statistics.Folded(rows.Select(value), (all, next) => all | next);

    /// <summary>The bits that an odd number of values has: BITXOR_AGG. Nulls don't count.</summary>
    /// <param name="value">The value of a row.</param>
    public long? BitXor(Func<T, long?> value) => Statistics.Folded(rows.Select(value), (all, next) => all ^ next);

    /// <summary>The value of the row that comes first by the order: MIN_BY. An order that can tie picks any of the ties.</summary>
    /// <typeparam name="TValue">The value.</typeparam>
    /// <typeparam name="TOrder">The order; of several columns, a tuple.</typeparam>
    /// <param name="value">The value of a row.</param>
    /// <param name="order">What orders the rows.</param>
    public TValue First<TValue, TOrder>(Func<T, TValue> value, Func<T, TOrder> order) => value(rows.OrderBy(order, ValueOrder<TOrder>.Instance).First());

    /// <summary>The different texts in one, in the order of their characters; nulls are left out: LISTAGG(DISTINCT ..).</summary>
    /// <param name="separator">What stands between two.</param>
    /// <param name="value">The text of a row.</param>
    public string JoinDistinct(string separator, Func<T, string?> value) =>
        string.Join(separator, rows.Select(value).OfType<string>().Distinct().Order(StringComparer.Ordinal));

    /// <summary>The values as an array, in their order; nulls are left out: ARRAY_AGG.</summary>
    /// <typeparam name="TValue">A text, a number or a truth value.</typeparam>
    /// <param name="value">The value of a row.</param>
    public Variant ArrayAgg<TValue>(Func<T, TValue> value) =>
        Variant.Of(Json.Array(rows.Select(value).Where(v => v is not null).Order(ValueOrder<TValue>.Instance).Select(Json.Node)))!;

    /// <summary>An object with a member per row; rows without a name or a value are left out, and no name may come twice: OBJECT_AGG.</summary>
    /// <typeparam name="TValue">A text, a number or a truth value.</typeparam>
    /// <param name="name">The member's name.</param>
    /// <param name="value">The member's value.</param>
    public Variant ObjectAgg<TValue>(Func<T, string?> name, Func<T, TValue> value) => Variant.Of(Json.Members(rows.Select(row => (name(row), Json.Node(value(row))))))!;
}
