// Arithmetic, as C# does it.
using Pipeline.Model;

namespace Language;

/// <summary>Whole numbers: division cuts, the rest has the sign of the dividend.</summary>
[View<Shop>]
public sealed class IntegerArithmetic
{
    public int SaleId { get; init; }
    public int Sum { get; init; }
    public int Half { get; init; }
    public int NegativeHalf { get; init; }
    public int Rest { get; init; }
    public int ByColumn { get; init; }
    public int Negated { get; init; }
    public long Wide { get; init; }
    public int? Lifted { get; init; }
    public int Checked { get; init; }
    public int Cut { get; init; }
    public int CutNegative { get; init; }
    public int Abs { get; init; }
    public int Most { get; init; }

    [Define]
    internal static Query<IntegerArithmetic> Define(Query<Sale> sales) =>
        from s in sales
        select new IntegerArithmetic
        {
            SaleId = s.SaleId,
            Sum = s.Quantity + 3,
            Half = s.Quantity / 2,
            NegativeHalf = (s.Quantity - 4) / 3,
            Rest = (s.Quantity - 4) % 3,
            ByColumn = s.SaleId / (s.Quantity + 1),
            Negated = -s.Quantity,
            Wide = (long)s.Quantity * 3_000_000_000L,
            Lifted = s.CustomerId + 1,
            Checked = checked(s.Quantity + s.SaleId),
            Cut = (int)s.Amount,
            CutNegative = (int)-s.Amount,
            Abs = Math.Abs(s.Quantity - 3),
            Most = Math.Max(s.Quantity, 2),
        };
}

/// <summary>Decimals: exact, by the rules of NUMBER(p,s).</summary>
[View<Shop>]
public sealed class DecimalArithmetic
{
    public int SaleId { get; init; }
    [Number(13, 3)] public decimal Sum { get; init; }
    [Number(15, 4)] public decimal Product { get; init; }
    [Number(24, 4)] public decimal Square { get; init; }
    [Number(13, 2)] public decimal? Net { get; init; }
    [Number(14, 2)] public decimal Rounded { get; init; }
    [Number(14, 2)] public decimal RoundedUp { get; init; }
    [Number(12, 2)] public decimal Floor { get; init; }
    [Number(12, 2)] public decimal Ceiling { get; init; }
    [Number(38, 8)] public decimal Half { get; init; }
    [Number(12, 2)] public decimal Rest { get; init; }
    [Number(12, 2)] public decimal Least { get; init; }
    public bool IsLarge { get; init; }
    public bool HasDiscount { get; init; }
    public bool HasNoDiscount { get; init; }
    public double Ratio { get; init; }

    [Define]
    internal static Query<DecimalArithmetic> Define(Query<Sale> sales) =>
        from s in sales
        select new DecimalArithmetic
        {
            SaleId = s.SaleId,
            Sum = s.Amount + 0.005m,
            Product = s.Amount * 1.19m,
            Square = s.Amount * s.Amount,
            Net = s.Amount - s.Discount,
            Rounded = Math.Round(s.Amount * 0.125m, 2),
            RoundedUp = Math.Round(s.Amount * 0.125m, 2, MidpointRounding.AwayFromZero),
            Floor = Math.Floor(-s.Amount),
            Ceiling = Math.Ceiling(s.Amount),
            Half = s.Amount / 2,
            Rest = s.Amount % 3,
            Least = Math.Min(s.Amount, 15),
            IsLarge = s.Amount >= 20.00m,
            HasDiscount = s.Discount > 0,
            HasNoDiscount = !(s.Discount > 0),
            Ratio = (double)s.Amount / 3,
        };
}
