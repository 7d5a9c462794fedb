namespace Pipeline.Model;

/// <summary>The former name of the class of a table or a stream, or of a table's property: what is there is renamed, not left behind for a new one that is empty.</summary>
/// <remarks>
/// A rename in C# is never guessed. Becomes a block before CREATE TABLE that does ALTER TABLE .. RENAME where the account has the former name, does nothing
/// where it has the new one, and stops where it has both; rows, grants and the offsets of streams stay. The table of rejected rows goes with its table. It
/// may stay in the model for as long as an account has the former name; several name several former names. A stream can't be renamed in an account: its clone
/// takes its name and its offset, and it is dropped.
/// See <see href="https://docs.snowflake.com/en/sql-reference/sql/alter-table">ALTER TABLE</see>.
/// </remarks>
/// <example><code>[RenamedFrom("Price")] public decimal UnitPrice { get; init; }   // RENAME COLUMN PRICE TO UNIT_PRICE</code></example>
/// <param name="name">The former name of the class or the property, as it was written in C#.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Property, AllowMultiple = true, Inherited = false)]
public sealed class RenamedFromAttribute(string name) : Attribute
{
    /// <summary>The former name, as it was written in C#.</summary>
    public string Name => name;
}
