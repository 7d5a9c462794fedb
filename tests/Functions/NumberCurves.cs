// Numbers in floating point.
using Pipeline.Model;

namespace Functions;

/// <summary>Powers, logarithms and angles.</summary>
[View<Tried>]
public sealed class NumberCurves
{
    public int Id { get; init; }
    public double Sqrt { get; init; }
    public double Cbrt { get; init; }
    public double Power { get; init; }
    public double Exp { get; init; }
    public double Ln { get; init; }
    public double Log10 { get; init; }
    public double Log2 { get; init; }
    public double LogOf { get; init; }
    public double Square { get; init; }
    public double Sin { get; init; }
    public double Cos { get; init; }
    public double Tan { get; init; }
    public double Cot { get; init; }
    public double Asin { get; init; }
    public double Acos { get; init; }
    public double Atan { get; init; }
    public double Atan2 { get; init; }
    public double Sinh { get; init; }
    public double Cosh { get; init; }
    public double Tanh { get; init; }
    public double Asinh { get; init; }
    public double Acosh { get; init; }
    public double Atanh { get; init; }
    public double Degrees { get; init; }
    public double Radians { get; init; }
    public double Haversine { get; init; }
    public double FloorOf { get; init; }
    public double RoundOf { get; init; }

    [Define]
    internal static Query<NumberCurves> Define(Query<Numbers> numbers) =>
        from r in numbers
        select new NumberCurves
        {
            Id = r.Id,
            Sqrt = Math.Sqrt(r.Small),
            Cbrt = Math.Cbrt(r.Angle),
            Power = Math.Pow(r.Angle, 3),
            Exp = Math.Exp(r.Angle),
            Ln = Math.Log(r.Small + 1),
            Log10 = Math.Log10(r.Small + 1),
            Log2 = Math.Log2(r.Small + 1),
            LogOf = Math.Log(r.Small + 1, 3),
            Square = Sql.Square(r.Angle),
            Sin = Math.Sin(r.Angle),
            Cos = Math.Cos(r.Angle),
            Tan = Math.Tan(r.Angle),
            Cot = Sql.Cot(r.Angle + 4),
            Asin = Math.Asin(r.Angle / 4),
            Acos = Math.Acos(r.Angle / 4),
            Atan = Math.Atan(r.Angle),
            Atan2 = Math.Atan2(r.Angle, r.Small),
            Sinh = Math.Sinh(r.Angle),
            Cosh = Math.Cosh(r.Angle),
            Tanh = Math.Tanh(r.Angle),
            Asinh = Math.Asinh(r.Angle),
            Acosh = Math.Acosh(r.Small + 1),
            Atanh = Math.Atanh(r.Angle / 4),
            Degrees = Sql.Degrees(r.Angle),
            Radians = Sql.Radians(r.Angle * 90),
            Haversine = Sql.Haversine(52.5, 13.4, 40.7 + r.Angle, -74),
            FloorOf = Math.Floor(r.Angle),
            RoundOf = Math.Round(r.Angle, 1),
        };
}
