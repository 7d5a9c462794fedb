namespace Pipeline.Build;

/// <summary>The codes of the build's own errors; what a model does wrong has the code of its rule.</summary>
public static class BuildErrorCodes
{
    /// <summary>The assembly carries no catalog.</summary>
    public const string CatalogMissing = "PL0901";

    /// <summary>The assembly's catalog can't be read whole.</summary>
    public const string CatalogUnreadable = "PL0902";

    /// <summary><c>pipeline.yml</c> can't be used, or the model asks of it what it hasn't.</summary>
    public const string Environment = "PL0903";

    /// <summary>The SQL can't be rendered.</summary>
    public const string Rendering = "PL0904";

    /// <summary>A file that isn't the build's is in the way.</summary>
    public const string ForeignFile = "PL0905";

    /// <summary>A committed file isn't what the model gives.</summary>
    public const string CommittedDiffers = "PL0906";

    /// <summary>A file can't be read or written.</summary>
    public const string FileAccess = "PL0907";

    /// <summary>A table that was shipped isn't in the model.</summary>
    public const string TableLost = "PL0820";

    /// <summary>A column that was shipped isn't in the model.</summary>
    public const string ColumnLost = "PL0821";

    /// <summary>A column that was shipped can't hold all that it held.</summary>
    public const string ColumnNarrowed = "PL0822";

    /// <summary>A table that was shipped has another kind, key or grain.</summary>
    public const string KeyChanged = "PL0823";

    /// <summary>The manifest that was shipped can't be read.</summary>
    public const string BaselineUnreadable = "PL0824";

    /// <summary>A new column can't be added to a table that has rows.</summary>
    public const string ColumnNotAddable = "PL0825";

    /// <summary>A stream that was shipped isn't in the model.</summary>
    public const string StreamLost = "PL0826";

    /// <summary>A stream that was shipped reads another source, or reads it in another way.</summary>
    public const string StreamMoved = "PL0827";

    /// <summary>A loss is accepted that the build doesn't meet: a warning.</summary>
    public const string AcceptedLossUnmet = "PL0828";
}
