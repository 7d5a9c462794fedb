namespace Pipeline.Model;

/// <summary>Statistics of two values of each row of a group; a pair with a null doesn't count.</summary>
internal sealed class Pairs
{
    private readonly double xx;
    private readonly double yy;
    private readonly double xy;
    private readonly double meanX;
    private readonly double meanY;

    private Pairs(IReadOnlyList<(double Y, double X)> pairs)
    {
        Count = pairs.Count;
        if (Count == 0)
        {
            return;
        }

        (meanX, meanY) = (pairs.Average(p => p.X), pairs.Average(p => p.Y));
        xx = pairs.Sum(p => (p.X - meanX) * (p.X - meanX));
        yy = pairs.Sum(p => (p.Y - meanY) * (p.Y - meanY));
        xy = pairs.Sum(p => (p.X - meanX) * (p.Y - meanY));
    }

    public long Count { get; }

    public double? Correlation => Count < 2 || xx == 0 || yy == 0 ? null : xy / Math.Sqrt(xx * yy);

    public double? Slope => Count == 0 || xx == 0 ? null : xy / xx;

    public double? Intercept => Slope is { } slope ? meanY - slope * meanX : null;

    public double? Fit => Count == 0 || xx == 0 ? null : yy == 0 ? 1 : xy * xy / (xx * yy);

    public static Pairs Of<TY, TX>(IEnumerable<TY> y, IEnumerable<TX> x) =>
        new([.. Statistics.Numbers(y).Zip(Statistics.Numbers(x)).Where(p => p is { First: not null, Second: not null }).Select(p => (p.First!.Value, p.Second!.Value))]);

    public double? Covariance(int less) => Count - less <= 0 ? null : xy / (Count - less);
}
