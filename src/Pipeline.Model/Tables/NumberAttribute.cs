namespace Pipeline.Model;

/// <summary>A number of so many digits, so many of them after the point.</summary>
/// <remarks>
/// Becomes NUMBER(precision, scale). A value with more digits after the point is rounded, half away from zero; one with too many
/// before it doesn't fit and makes the load fail, unless it was read by <see cref="Sql.TryToDecimal"/>.
/// See <see href="https://docs.snowflake.com/en/sql-reference/data-types-numeric">Numeric data types</see>.
/// </remarks>
/// <example><code>[Number(12, 2)] public decimal UnitPrice { get; init; }   // UNIT_PRICE NUMBER(12,2) NOT NULL</code></example>
/// <param name="precision">All digits, 1 to 38.</param>
/// <param name="scale">Those after the point.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class NumberAttribute(int precision, int scale = 0) : Attribute
{
    /// <summary>All digits.</summary>
    public int Precision => precision;

    /// <summary>The digits after the point.</summary>
    public int Scale => scale;
}
