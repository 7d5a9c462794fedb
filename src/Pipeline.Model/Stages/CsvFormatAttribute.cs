namespace Pipeline.Model;

/// <summary>A CSV file format.</summary>
/// <remarks>
/// <para>By default the first line names the columns, and a landing column takes the field of its name (PARSE_HEADER with
/// MATCH_BY_COLUMN_NAME, upper and lower case being the same). Columns may stand in any order, and a new one in the file harms
/// nothing. <see cref="SkipHeader"/> says that fields go by position instead, in the order of the properties.</para>
/// Becomes CREATE FILE FORMAT with TYPE = CSV.
/// See <see href="https://docs.snowflake.com/en/sql-reference/sql/create-file-format">CREATE FILE FORMAT</see>.
/// </remarks>
/// <example><code>[CsvFormat&lt;Landing&gt;(NullIf = ["", "NULL"], TrimSpace = true)] public sealed class SalesCsv;</code></example>
/// <typeparam name="TSchema">The schema it belongs to.</typeparam>
[AttributeUsage(AttributeTargets.Class)]
public sealed class CsvFormatAttribute<[OfKind(typeof(SchemaAttribute))] TSchema> : KindAttribute
{
    /// <summary>
    /// How many lines to leave out before rows that go by position. 0, the default, means that the first line holds the columns'
    /// names and that rows go by them.
    /// </summary>
    public int SkipHeader { get; init; }

    /// <summary>What stands between two fields.</summary>
    public char FieldDelimiter { get; init; } = ',';

    /// <summary>What a field that holds the delimiter, a line break or this character itself is enclosed by.</summary>
    public char EnclosedBy { get; init; } = '"';

    /// <summary>The texts that mean null.</summary>
    public string[] NullIf { get; init; } = [];

    /// <summary>Removes blanks around each field.</summary>
    public bool TrimSpace { get; init; }

    /// <summary>How the files are compressed.</summary>
    public Compression Compression { get; init; }
}
