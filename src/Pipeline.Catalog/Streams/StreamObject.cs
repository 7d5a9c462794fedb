using System.Diagnostics;

namespace Pipeline.Catalog;

/// <summary>The change rows of one source since the stream's offset.</summary>
[DebuggerDisplay("CREATE STREAM {Name} ON {Source}")]
public sealed record StreamObject(QualifiedName Name, string ClassName, QualifiedName Source, StreamMode Mode)
    : CatalogObject(Name, ClassName)
{
    public bool ShowInitialRows { get; init; }

    /// <summary>Neither updates nor deletes reach its readers.</summary>
    public bool ShowsInsertsAlone => Mode is StreamMode.AppendOnly or StreamMode.InsertOnly;

    /// <summary>What it was called before in the account.</summary>
    public EquatableArray<QualifiedName> FormerNames { get; init; }
}

/// <summary>The net change of each row, the inserted rows alone, or the rows of the files that an external table has got.</summary>
public enum StreamMode { Net, AppendOnly, InsertOnly }
