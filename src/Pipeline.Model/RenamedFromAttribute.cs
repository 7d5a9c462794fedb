namespace Pipeline.Model;

/// <summary>The former name of a class or a property: what was there before is renamed, not dropped and created.</summary>
/// <remarks>
/// An object is its class and a column its property, so that a rename in C# is never guessed. Becomes ALTER .. RENAME; rows,
/// grants and the offsets of streams stay.
/// See <see href="https://docs.snowflake.com/en/sql-reference/sql/alter-table">ALTER TABLE</see>.
/// </remarks>
/// <example><code>[RenamedFrom("Price")] public decimal UnitPrice { get; init; }   // RENAME COLUMN PRICE TO UNIT_PRICE</code></example>
/// <param name="name">The former name of the class or the property, as it was written in C#.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Property)]
public sealed class RenamedFromAttribute(string name) : Attribute
{
    /// <summary>The former name, as it was written in C#.</summary>
    public string Name => name;
}
