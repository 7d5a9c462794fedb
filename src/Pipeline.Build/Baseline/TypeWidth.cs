using Pipeline.Catalog;

namespace Pipeline.Build.Baseline;

/// <summary>Whether every value of a type has its place in another.</summary>
internal static class TypeWidth
{
    private const int MostDigits = 38;

    /// <summary>Whether the account can alter the one to the other and keep all values.</summary>
    public static bool Holds(SqlType now, SqlType shipped) => now.Kind == shipped.Kind && now.Kind switch
    {
        SqlTypeKind.Number => now.Scale == shipped.Scale && Digits(now) >= Digits(shipped),
        SqlTypeKind.Text or SqlTypeKind.Binary => now.Precision == 0 || (shipped.Precision != 0 && now.Precision >= shipped.Precision),
        _ => now.Precision >= shipped.Precision,
    };

    private static int Digits(SqlType number) => number.Precision == 0 ? MostDigits : number.Precision;
}
