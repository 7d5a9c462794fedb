namespace Pipeline.Catalog.Lineage;

/// <summary>Where a value comes from that is of no column.</summary>
[Flags]
public enum Origins
{
    None = 0,

    /// <summary>The model says it.</summary>
    Constant = 1,

    /// <summary>A series of days or numbers, a rank, or the platform's own mark on a row.</summary>
    Generated = 2,

    /// <summary>How many rows there are, or whether there are any.</summary>
    Rows = 4,

    /// <summary>A number that the table gives to each new row.</summary>
    Sequence = 8,

    /// <summary>The run that wrote the row: its id, its time, what it counted.</summary>
    Audit = 16,

    /// <summary>A fact of the file, such as its name.</summary>
    File = 32,

    /// <summary>Nothing in the model fills it.</summary>
    External = 64,
}
