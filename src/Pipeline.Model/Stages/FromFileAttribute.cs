namespace Pipeline.Model;

/// <summary>This column of a landing table is filled with what is known of the file; of an external table, with its name or the row's number.</summary>
/// <remarks>Name and row number are what makes each landed row traceable, and two equal lines two rows.</remarks>
/// <example><code>[FromFile(FileFact.Name)] public string FileName { get; init; }   // METADATA$FILENAME</code></example>
/// <param name="fact">What of it.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class FromFileAttribute(FileFact fact) : Attribute
{
    /// <summary>What of the file.</summary>
    public FileFact Fact => fact;
}
