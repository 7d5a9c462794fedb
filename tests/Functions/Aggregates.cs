// Rows looked at together.
using Pipeline.Model;

namespace Functions;

/// <summary>Measurements in groups; one of nulls alone, one of a single row.</summary>
[Table<Tried>]
public sealed class Measures
{
    [BusinessKey] public int Id { get; init; }
    public string? Part { get; init; }
    [Number(12, 2)] public decimal? Amount { get; init; }
    public double? Level { get; init; }
    public int? Bits { get; init; }
    public string? Name { get; init; }
}

/// <summary>Aggregates of a group.</summary>
[View<Tried>]
public sealed class GroupAggregates
{
    public int Id { get; init; }
    public long Count { get; init; }
    public long CountIf { get; init; }
    public long CountDistinct { get; init; }
    [Number(38, 2)] public decimal? Sum { get; init; }
    [Number(38, 8)] public decimal? Average { get; init; }
    [Number(12, 2)] public decimal? Max { get; init; }
    [Number(38, 8)] public decimal? Percentile { get; init; }
    [Number(38, 8)] public decimal? Median { get; init; }
    [Number(38, 6)] public decimal? MedianOfWholes { get; init; }
    [Number(12, 2)] public decimal? PercentileDisc { get; init; }
    public int? Mode { get; init; }
    public double? Variance { get; init; }
    public double? VariancePopulation { get; init; }
    public double? Stddev { get; init; }
    public double? StddevPopulation { get; init; }
    public double? Skewness { get; init; }
    public double? Kurtosis { get; init; }
    public double? StddevOfDecimals { get; init; }
    public double? Correlation { get; init; }
    public double? Covariance { get; init; }
    public double? CovariancePopulation { get; init; }
    public double? RegressionSlope { get; init; }
    public double? RegressionIntercept { get; init; }
    public double? RegressionR2 { get; init; }
    public long RegressionCount { get; init; }
    public long? BitAnd { get; init; }
    public long? BitOr { get; init; }
    public long? BitXor { get; init; }
    public bool AnyOf { get; init; }
    public bool AllOf { get; init; }
    public string? FirstOf { get; init; }
    public string? LastOf { get; init; }
    public string Join { get; init; }
    public string JoinDistinct { get; init; }
    public Variant ArrayAgg { get; init; }
    public Variant ArrayAggOfTexts { get; init; }
    public Variant ObjectAgg { get; init; }

    [Define]
    internal static Query<GroupAggregates> Define(Query<Measures> measures) =>
        from m in measures
        group m by m.Part into g
        select new GroupAggregates
        {
            Id = g.Min(m => m.Id),
            Count = g.Count(),
            CountIf = g.Count(m => m.Bits > 2),
            CountDistinct = g.CountDistinct(m => m.Bits),
            Sum = g.Sum(m => m.Amount),
            Average = g.Average(m => m.Amount),
            Max = g.Max(m => m.Amount),
            Percentile = g.Percentile(0.3, m => m.Amount),
            Median = g.Median(m => m.Amount),
            MedianOfWholes = g.Median(m => m.Bits),
            PercentileDisc = g.PercentileDisc(0.3, m => m.Amount),
            Mode = g.Mode(m => m.Bits),
            Variance = g.Variance(m => m.Level),
            VariancePopulation = g.VariancePopulation(m => m.Level),
            Stddev = g.Stddev(m => m.Level),
            StddevPopulation = g.StddevPopulation(m => m.Level),
            Skewness = g.Skewness(m => m.Level),
            Kurtosis = g.Kurtosis(m => m.Level),
            StddevOfDecimals = g.Stddev(m => m.Amount),
            Correlation = g.Correlation(m => m.Level, m => m.Amount),
            Covariance = g.Covariance(m => m.Level, m => m.Amount),
            CovariancePopulation = g.CovariancePopulation(m => m.Level, m => m.Amount),
            RegressionSlope = g.RegressionSlope(m => m.Level, m => m.Amount),
            RegressionIntercept = g.RegressionIntercept(m => m.Level, m => m.Amount),
            RegressionR2 = g.RegressionR2(m => m.Level, m => m.Amount),
            RegressionCount = g.RegressionCount(m => m.Level, m => m.Amount),
            BitAnd = g.BitAnd(m => m.Bits),
            BitOr = g.BitOr(m => m.Bits),
            BitXor = g.BitXor(m => m.Bits),
            AnyOf = g.Any(m => m.Bits > 3),
            AllOf = g.All(m => m.Bits > 0),
            FirstOf = g.First(m => m.Name, m => m.Id),
            LastOf = g.Last(m => m.Name, m => m.Id),
            Join = g.Join(",", m => m.Name),
            JoinDistinct = g.JoinDistinct(",", m => m.Name),
            ArrayAgg = g.ArrayAgg(m => m.Bits),
            ArrayAggOfTexts = g.ArrayAgg(m => m.Name),
            ObjectAgg = g.ObjectAgg(m => m.Id.ToString(), m => m.Name),
        };
}

/// <summary>Window functions.</summary>
[View<Tried>]
public sealed class WindowFunctions
{
    public int Id { get; init; }
    public long RowNumber { get; init; }
    public long Rank { get; init; }
    public long DenseRank { get; init; }
    public double PercentRank { get; init; }
    public double CumeDist { get; init; }
    public long Ntile { get; init; }
    public string? Lag { get; init; }
    public int? LagTwo { get; init; }
    public string? Lead { get; init; }
    public int FirstValue { get; init; }
    public int LastValue { get; init; }
    public int? NthValue { get; init; }
    public string? NthName { get; init; }
    [Number(38, 2)] public decimal? RunningSum { get; init; }
    [Number(38, 8)] public decimal? RunningAverage { get; init; }
    public long RunningCount { get; init; }
    public int? MovingMax { get; init; }

    [Define]
    internal static Query<WindowFunctions> Define(Query<Measures> measures) =>
        from w in measures.Window(m => m.Part, m => m.Amount)
        join u in measures.Window(m => m.Part, m => (m.Amount, m.Id)) on w.Row.Id equals u.Row.Id
        select new WindowFunctions
        {
            Id = w.Row.Id,
            RowNumber = u.RowNumber,
            Rank = w.Rank,
            DenseRank = w.DenseRank,
            PercentRank = w.PercentRank,
            CumeDist = w.CumeDist,
            Ntile = u.Ntile(2),
            Lag = u.Previous?.Name,
            LagTwo = u.Lag(2)?.Bits,
            Lead = u.Next?.Name,
            FirstValue = u.First.Id,
            LastValue = u.Last.Id,
            NthValue = u.Nth(2)?.Id,
            NthName = u.Nth(3)?.Name,
            RunningSum = u.RunningSum(m => m.Amount),
            RunningAverage = u.RunningAverage(m => m.Amount),
            RunningCount = u.RunningCount(m => m.Bits > 2),
            MovingMax = u.Rows(1, 1).Max(m => m.Bits),
        };
}
