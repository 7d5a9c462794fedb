namespace Pipeline.Model;

public static partial class Sql
{
    private const double EarthRadius = 6371.0;

    /// <summary>The number cut to so many digits after the point: TRUNC.</summary>
    /// <example><code>Net = Sql.Truncate(s.Gross / 1.19m, 2)</code></example>
    /// <param name="number">The number.</param>
    /// <param name="digits">The digits that stay; a constant.</param>
    public static decimal Truncate(decimal number, int digits) => Math.Round(number, digits, MidpointRounding.ToZero);

    /// <inheritdoc cref="Truncate(decimal, int)"/>
    public static decimal? Truncate(decimal? number, int digits) => number is { } given ? Truncate(given, digits) : null;

    /// <summary>The greatest number of so many digits that isn't more: FLOOR.</summary>
    /// <example><code>Price = Sql.Floor(p.Price, 1)</code></example>
    /// <param name="number">The number.</param>
    /// <param name="digits">The digits after the point; a constant.</param>
    public static decimal Floor(decimal number, int digits) => Math.Round(number, digits, MidpointRounding.ToNegativeInfinity);

    /// <inheritdoc cref="Floor(decimal, int)"/>
    public static decimal? Floor(decimal? number, int digits) => number is { } given ? Floor(given, digits) : null;

    /// <summary>The least number of so many digits that isn't less: CEIL.</summary>
    /// <example><code>Price = Sql.Ceiling(p.Price, 1)</code></example>
    /// <param name="number">The number.</param>
    /// <param name="digits">The digits after the point; a constant.</param>
    public static decimal Ceiling(decimal number, int digits) => Math.Round(number, digits, MidpointRounding.ToPositiveInfinity);

    /// <inheritdoc cref="Ceiling(decimal, int)"/>
    public static decimal? Ceiling(decimal? number, int digits) => number is { } given ? Ceiling(given, digits) : null;

    /// <summary>The quotient, and 0 where it would be divided by 0: DIV0. Of a null null.</summary>
    /// <example><code>Rate = Sql.Div0(d.Returned, d.Sold)</code></example>
    /// <param name="dividend">What is divided.</param>
    /// <param name="divisor">By what.</param>
    [Result(ResultType.Quotient)]
    public static decimal? Div0(decimal? dividend, decimal? divisor) => dividend is null ? null : divisor == 0 ? 0 : dividend / divisor;

    /// <summary>The quotient, and 0 where it would be divided by 0 or by null: DIV0NULL.</summary>
    /// <example><code>Rate = Sql.Div0Null(d.Returned, d.Sold)</code></example>
    /// <param name="dividend">What is divided.</param>
    /// <param name="divisor">By what.</param>
    [Result(ResultType.Quotient)]
    public static decimal? Div0Null(decimal? dividend, decimal? divisor) => dividend is null ? null : divisor is null or 0 ? 0 : dividend / divisor;

    /// <summary>In which of so many equal parts of a range a number lies, from 1: WIDTH_BUCKET. 0 below the range, one more than there are above.</summary>
    /// <example><code>AgeGroup = Sql.WidthBucket(c.Age, 0, 100, 10)</code></example>
    /// <param name="number">The number.</param>
    /// <param name="low">Where the range begins.</param>
    /// <param name="high">Where it ends; that is already above.</param>
    /// <param name="count">How many parts.</param>
    public static int? WidthBucket(decimal? number, decimal low, decimal high, int count) => number switch
    {
        null => null,
        _ when number < low => 0,
        _ when number >= high => count + 1,
        _ => (int)decimal.Floor((number.Value - low) * count / (high - low)) + 1,
    };

    /// <summary>The product of the whole numbers up to this one: FACTORIAL.</summary>
    /// <example><code>Orders = Sql.Factorial(p.Pieces)</code></example>
    /// <param name="number">The number, 0 to 20.</param>
    public static long Factorial(int number) => Enumerable.Range(1, number).Aggregate(1L, (product, next) => checked(product * next));

    /// <summary>The cotangent: COT.</summary>
    /// <example><code>Slope = Sql.Cot(r.Angle)</code></example>
    /// <param name="angle">The angle in radians.</param>
    public static double Cot(double angle) => 1 / Math.Tan(angle);

    /// <summary>The distance in kilometres of two places on the earth: HAVERSINE.</summary>
    /// <example><code>Distance = Sql.Haversine(s.Latitude, s.Longitude, c.Latitude, c.Longitude)</code></example>
    /// <param name="latitude1">The one's latitude in degrees.</param>
    /// <param name="longitude1">The one's longitude.</param>
    /// <param name="latitude2">The other's latitude.</param>
    /// <param name="longitude2">The other's longitude.</param>
    public static double Haversine(double latitude1, double longitude1, double latitude2, double longitude2)
    {
        var (north, east) = (Math.Sin(Radians(latitude2 - latitude1) / 2), Math.Sin(Radians(longitude2 - longitude1) / 2));
        return 2 * EarthRadius * Math.Asin(Math.Sqrt(north * north + Math.Cos(Radians(latitude1)) * Math.Cos(Radians(latitude2)) * east * east));
    }

    /// <summary>Radians as degrees: DEGREES.</summary>
    /// <example><code>Degrees = Sql.Degrees(r.Angle)</code></example>
    /// <param name="angle">The angle in radians.</param>
    public static double Degrees(double angle) => angle * 180 / Math.PI;

    /// <summary>Degrees as radians: RADIANS.</summary>
    /// <example><code>Angle = Sql.Radians(r.Degrees)</code></example>
    /// <param name="angle">The angle in degrees.</param>
    public static double Radians(double angle) => angle * Math.PI / 180;

    /// <summary>The number times itself, in floating point: SQUARE.</summary>
    /// <example><code>Square = Sql.Square(m.Deviation)</code></example>
    /// <param name="number">The number.</param>
    public static double Square(double number) => number * number;

    /// <summary>The bits that both numbers have: BITAND.</summary>
    /// <example><code>Flags = Sql.BitAnd(r.Flags, 6)</code></example>
    /// <param name="left">The one number.</param>
    /// <param name="right">The other.</param>
    public static long BitAnd(long left, long right) => left & right;

    /// <inheritdoc cref="BitAnd(long, long)"/>
    public static long? BitAnd(long? left, long? right) => left & right;

    /// <summary>The bits that one of the numbers has: BITOR.</summary>
    /// <example><code>Flags = Sql.BitOr(r.Flags, 6)</code></example>
    /// <param name="left">The one number.</param>
    /// <param name="right">The other.</param>
    public static long BitOr(long left, long right) => left | right;

    /// <inheritdoc cref="BitOr(long, long)"/>
    public static long? BitOr(long? left, long? right) => left | right;

    /// <summary>The bits that one of the numbers has and the other hasn't: BITXOR.</summary>
    /// <example><code>Flags = Sql.BitXor(r.Flags, 6)</code></example>
    /// <param name="left">The one number.</param>
    /// <param name="right">The other.</param>
    public static long BitXor(long left, long right) => left ^ right;

    /// <inheritdoc cref="BitXor(long, long)"/>
    public static long? BitXor(long? left, long? right) => left ^ right;

    /// <summary>The bits that the number hasn't: BITNOT.</summary>
    /// <example><code>Cleared = Sql.BitAnd(r.Flags, Sql.BitNot(6))</code></example>
    /// <param name="number">The number.</param>
    public static long BitNot(long number) => ~number;

    /// <inheritdoc cref="BitNot(long)"/>
    public static long? BitNot(long? number) => ~number;

    /// <summary>The bits moved up: BITSHIFTLEFT. What leaves the range of a <c>long</c> is an error in the databases.</summary>
    /// <example><code>Mask = Sql.BitShiftLeft(1, r.Place)</code></example>
    /// <param name="number">The number; none below 0.</param>
    /// <param name="places">By how many places.</param>
    public static long BitShiftLeft(long number, int places) => number << places;

    /// <summary>The bits moved down: BITSHIFTRIGHT.</summary>
    /// <example><code>High = Sql.BitShiftRight(r.Code, 8)</code></example>
    /// <param name="number">The number.</param>
    /// <param name="places">By how many places.</param>
    public static long BitShiftRight(long number, int places) => number >> places;

    /// <summary>The bit in one place, 0 or 1: GETBIT.</summary>
    /// <example><code>IsSet = Sql.GetBit(r.Flags, 3) == 1</code></example>
    /// <param name="number">The number.</param>
    /// <param name="place">The place, from 0.</param>
    public static int GetBit(long number, int place) => (int)((number >> place) & 1);
}
