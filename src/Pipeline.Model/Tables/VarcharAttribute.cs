namespace Pipeline.Model;

/// <summary>A text of at most so many characters.</summary>
/// <remarks>
/// Becomes VARCHAR(length). The length is a promise about the data, not a matter of storage; a longer text makes the load fail.
/// See <see href="https://docs.snowflake.com/en/sql-reference/data-types-text">String data types</see>.
/// </remarks>
/// <example><code>[Varchar(30)] public string ProductId { get; init; }   // PRODUCT_ID VARCHAR(30) NOT NULL</code></example>
/// <param name="length">The length, in characters.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class VarcharAttribute(int length) : Attribute
{
    /// <summary>The length, in characters.</summary>
    public int Length => length;
}
