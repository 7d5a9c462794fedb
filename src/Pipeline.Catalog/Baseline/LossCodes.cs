namespace Pipeline.Catalog.Baseline;

/// <summary>The codes of what a model would lose, the same in the editor and in the build.</summary>
public static class LossCodes
{
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

    /// <summary>A view that was shipped with streams on it shows something else.</summary>
    public const string StreamedViewChanged = "PL0776";

    /// <summary>A policy that was shipped on something takes other arguments.</summary>
    public const string PolicyResigned = "PL0831";
}
