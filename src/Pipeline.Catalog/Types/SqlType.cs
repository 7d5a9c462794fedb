namespace Pipeline.Catalog;

/// <summary>The type of a column or an expression.</summary>
/// <param name="Kind">The family.</param>
/// <param name="Precision">Digits of a number, fractional digits of a timestamp, length of a text; 0 for a text of any length.</param>
/// <param name="Scale">Digits after the point of a number.</param>
public sealed record SqlType(SqlTypeKind Kind, int Precision = 0, int Scale = 0)
{
    public static readonly SqlType Text = new(SqlTypeKind.Text);
    public static readonly SqlType Boolean = new(SqlTypeKind.Boolean);
    public static readonly SqlType Date = new(SqlTypeKind.Date);
    public static readonly SqlType Time = new(SqlTypeKind.Time, 6);
    public static readonly SqlType Float = new(SqlTypeKind.Float);
    public static readonly SqlType Variant = new(SqlTypeKind.Variant);
    public static readonly SqlType Binary = new(SqlTypeKind.Binary);

    /// <summary>Microseconds: what both engines keep.</summary>
    public static readonly SqlType Timestamp = new(SqlTypeKind.TimestampNtz, 6);
    public static readonly SqlType TimestampTz = new(SqlTypeKind.TimestampTz, 6);

    public static readonly SqlType Int16 = new(SqlTypeKind.Number, 5);
    public static readonly SqlType Int32 = new(SqlTypeKind.Number, 10);
    public static readonly SqlType Int64 = new(SqlTypeKind.Number, 19);

    /// <summary>What a <c>decimal</c> becomes where no [Number] says more: 28 digits is what C# can hold.</summary>
    public static readonly SqlType Decimal = new(SqlTypeKind.Number, 28, 8);

    public static SqlType Number(int precision, int scale = 0) => new(SqlTypeKind.Number, precision, scale);

    public static SqlType Varchar(int length) => new(SqlTypeKind.Text, length);
}
