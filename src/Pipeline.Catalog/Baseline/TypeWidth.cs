namespace Pipeline.Catalog.Baseline;

/// <summary>Whether every value of a type has its place in another.</summary>
public static class TypeWidth
{
    private const int MostDigits = 38;

    /// <summary>Whether every value that the shipped type holds is one of the other.</summary>
    public static bool Holds(SqlType now, SqlType shipped) => now.Kind == shipped.Kind && now.Kind switch
    {
        SqlTypeKind.Number => now.Scale == shipped.Scale && Digits(now) >= Digits(shipped),
        SqlTypeKind.Text or SqlTypeKind.Binary => now.Precision == 0 || (shipped.Precision != 0 && now.Precision >= shipped.Precision),
        _ => now.Precision >= shipped.Precision,
    };

    /// <summary>Whether an account can alter the one, which holds the values of the other: texts and numbers only.</summary>
    /// <remarks>See <see href="https://docs.snowflake.com/en/sql-reference/sql/alter-table-column">ALTER TABLE .. ALTER COLUMN</see>.</remarks>
    public static bool IsAlterable(SqlType now, SqlType shipped) => now == shipped || now.Kind is SqlTypeKind.Number or SqlTypeKind.Text;

    private static int Digits(SqlType number) => number.Precision == 0 ? MostDigits : number.Precision;
}
