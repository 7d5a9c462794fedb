namespace Pipeline.Model;

/// <summary>A JSON file format: a document is a row, landed whole in the one <see cref="Variant"/> column.</summary>
/// <remarks>
/// Becomes CREATE FILE FORMAT with TYPE = JSON.
/// See <see href="https://docs.snowflake.com/en/sql-reference/sql/create-file-format">CREATE FILE FORMAT</see>.
/// </remarks>
/// <example><code>[JsonFormat&lt;Landing&gt;(StripOuterArray = true)] public sealed class RetailJson;</code></example>
/// <typeparam name="TSchema">The schema it belongs to.</typeparam>
[AttributeUsage(AttributeTargets.Class)]
public sealed class JsonFormatAttribute<[OfKind(typeof(SchemaAttribute))] TSchema> : KindAttribute
{
    /// <summary>The file is one array, and each of its elements is a row.</summary>
    public bool StripOuterArray { get; init; }

    /// <summary>Leaves out members whose value is null.</summary>
    public bool StripNullValues { get; init; }

    /// <summary>How the files are compressed.</summary>
    public Compression Compression { get; init; }
}
