// Exact numbers and bits.
using Pipeline.Model;

namespace Functions;

/// <summary>Exact numbers.</summary>
[View<Tried>]
public sealed class NumberValues
{
    public int Id { get; init; }
    [Number(12, 3)] public decimal? Abs { get; init; }
    public int Sign { get; init; }
    [Number(12, 1)] public decimal? TruncateToTenths { get; init; }
    [Number(13, 2)] public decimal? Floor { get; init; }
    [Number(13, 1)] public decimal? Ceiling { get; init; }
    [Number(12, 3)] public decimal? FloorWhole { get; init; }
    [Number(13, 3)] public decimal? CeilingWhole { get; init; }
    [Number(12, 3)] public decimal? TruncateWhole { get; init; }
    [Number(13, 2)] public decimal? RoundUp { get; init; }
    [Number(13, 2)] public decimal? RoundEven { get; init; }
    [Number(13, 0)] public decimal? RoundEvenWhole { get; init; }
    [Number(38, 9)] public decimal? Div0 { get; init; }
    [Number(38, 9)] public decimal? Div0Null { get; init; }
    public int? WidthBucket { get; init; }
    public int? WidthBucketOfTenths { get; init; }
    public long Factorial { get; init; }
    [Number(12, 3)] public decimal ZeroIfNull { get; init; }
    public int? NullIfZero { get; init; }
    public int? NullIfSeven { get; init; }
    [Number(12, 3)] public decimal? Least { get; init; }
    public int? Greatest { get; init; }
    [Number(12, 3)] public decimal? LeastPresent { get; init; }
    public int? GreatestPresent { get; init; }
    public int Clamp { get; init; }
    public long? BitAnd { get; init; }
    public long? BitOr { get; init; }
    public long? BitXor { get; init; }
    public long? BitNot { get; init; }
    public long BitShiftLeft { get; init; }
    public long BitShiftRight { get; init; }
    public int GetBit { get; init; }

    [Define]
    internal static Query<NumberValues> Define(Query<Numbers> numbers) =>
        from r in numbers
        select new NumberValues
        {
            Id = r.Id,
            Abs = r.Amount != null ? Math.Abs(r.Amount.Value) : null,
            Sign = Math.Sign(r.Small),
            TruncateToTenths = Sql.Truncate(r.Amount, 1),
            Floor = Sql.Floor(r.Amount, 2),
            Ceiling = Sql.Ceiling(r.Amount, 1),
            FloorWhole = r.Amount != null ? Math.Floor(r.Amount.Value) : null,
            CeilingWhole = r.Amount != null ? Math.Ceiling(r.Amount.Value) : null,
            TruncateWhole = r.Amount != null ? Math.Truncate(r.Amount.Value) : null,
            RoundUp = r.Amount != null ? Math.Round(r.Amount.Value, 2, MidpointRounding.AwayFromZero) : null,
            RoundEven = r.Amount != null ? Math.Round(r.Amount.Value, 2) : null,
            RoundEvenWhole = r.Amount != null ? Math.Round(r.Amount.Value) : null,
            Div0 = Sql.Div0(r.Amount, r.Divisor),
            Div0Null = Sql.Div0Null(r.Amount, r.Divisor),
            WidthBucket = Sql.WidthBucket(r.Amount, -1, 2, 30),
            WidthBucketOfTenths = Sql.WidthBucket(r.Amount, 0.1m, 0.8m, 7),
            Factorial = Sql.Factorial(r.Id),
            ZeroIfNull = Sql.ZeroIfNull(r.Amount),
            NullIfZero = Sql.NullIfZero(r.Whole),
            NullIfSeven = Sql.NullIf(r.Whole, 7),
            Least = Sql.Least(r.Amount, r.Divisor),
            Greatest = Sql.Greatest(r.Whole, r.Small, 3),
            LeastPresent = Sql.LeastPresent(r.Amount, r.Divisor),
            GreatestPresent = Sql.GreatestPresent(r.Whole, r.Small),
            Clamp = Math.Clamp(r.Small, 2, 5),
            BitAnd = Sql.BitAnd(r.Bits, 12),
            BitOr = Sql.BitOr(r.Bits, 3),
            BitXor = Sql.BitXor(r.Bits, 5),
            BitNot = Sql.BitNot(r.Bits),
            BitShiftLeft = Sql.BitShiftLeft(3, r.Small),
            BitShiftRight = Sql.BitShiftRight(1000, r.Small),
            GetBit = Sql.GetBit(21, r.Small),
        };
}
