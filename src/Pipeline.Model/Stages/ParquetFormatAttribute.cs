namespace Pipeline.Model;

/// <summary>A Parquet file format: columns go by name, and times keep their logical type.</summary>
/// <remarks>
/// Becomes CREATE FILE FORMAT with TYPE = PARQUET and USE_LOGICAL_TYPE = TRUE.
/// See <see href="https://docs.snowflake.com/en/sql-reference/sql/create-file-format">CREATE FILE FORMAT</see>.
/// </remarks>
/// <example><code>[ParquetFormat&lt;Landing&gt;] public sealed class RetailParquet;</code></example>
/// <typeparam name="TSchema">The schema it belongs to.</typeparam>
[AttributeUsage(AttributeTargets.Class)]
public sealed class ParquetFormatAttribute<[OfKind(typeof(SchemaAttribute))] TSchema> : KindAttribute
{
    /// <summary>Reads binary columns without a logical type as text.</summary>
    public bool BinaryAsText { get; init; }
}
