namespace Pipeline.Model;

/// <summary>This column of an external table is computed from the folders of the file's path; so it can be a partition column.</summary>
/// <remarks>
/// Becomes an expression of METADATA$FILENAME. The property is <c>string?</c>, <c>int?</c>, <c>long?</c> or, with <see cref="Format"/>, <c>DateOnly?</c>: null where the path has no
/// such folder, or its name isn't of the type.
/// See <see href="https://docs.snowflake.com/en/user-guide/tables-external-intro#partitioned-external-tables">Partitioned external tables</see>.
/// </remarks>
/// <example><code>
/// [FromPath("month", Format = "YYYY-MM")] public DateOnly? Month { get; init; }   // prices/month=2024-01/acme.csv
/// [FromPath(1)] public string? Supplier { get; init; }                             // prices/acme/list.csv
/// </code></example>
[AttributeUsage(AttributeTargets.Property)]
public sealed class FromPathAttribute : Attribute
{
    /// <summary>The value after <c>key=</c> in the folder's name, wherever in the path the folder stands.</summary>
    /// <param name="key">The key, as in <c>month</c> of <c>month=2024-01</c>.</param>
    public FromPathAttribute(string key) => Key = key;

    /// <summary>The whole name of a folder, counted from the file upwards, so that it doesn't depend on where the stage lies in its bucket.</summary>
    /// <param name="level">1 for the folder that holds the file, 2 for the one that holds that.</param>
    public FromPathAttribute(int level) => Level = level;

    /// <summary>The key of the folder; null where it is taken by its level.</summary>
    public string? Key { get; }

    /// <summary>The folder's level above the file; 0 where it is taken by its key.</summary>
    public int Level { get; }

    /// <summary>How a date is written, in Snowflake's words: <c>YYYY-MM</c>, <c>YYYYMMDD</c>.</summary>
    public string? Format { get; init; }
}
