namespace Pipeline.Model;

/// <summary>The rows that a table has by the model, in a CSV file beside it: after each deployment these and no others, as with <see cref="RowsAttribute"/>.</summary>
/// <remarks>
/// The build reads the file, so it is reviewed and versioned with the model; the rows stand in the SQL and in the manifest. UTF-8, fields parted by commas, its first line names the columns, by
/// the property or by the account's name; an empty field is null. A value that isn't of its column's type, or a key that stands twice, stops the build at its line (PL0778). Such a table has no loads.
/// For some thousand rows at most: what is longer is better delivered and loaded.
/// </remarks>
/// <example><code>
/// [Table&lt;Curated&gt;, SeedFile("seeds/holidays.csv")]
/// public sealed class Holidays
/// {
///     [BusinessKey] public DateOnly Day { get; init; }
///     [Varchar(40)] public string Name { get; init; }
/// }
/// </code></example>
/// <param name="path">The file, from the project's folder.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class SeedFileAttribute(string path) : Attribute
{
    /// <summary>The file, from the project's folder.</summary>
    public string Path => path;
}
