namespace Pipeline.Catalog;

/// <summary>What a column is to the platform.</summary>
[Flags]
public enum ColumnRoles
{
    None = 0,
    BusinessKey = 1,
    Sequence = 2,
    SurrogateKey = 4,
    Tracked = 8,
    ValidFrom = 16,
    ValidTo = 32,
    IsCurrent = 64,
    IsInferred = 128,
    IsDeleted = 256,
    LoadTime = 512,
    Grain = 1024,
    Measure = 2048,

    /// <summary>Never unset by a row that leaves it null.</summary>
    Milestone = 4096,

    /// <summary>The day or time that a snapshot is of.</summary>
    Period = 8192,

    /// <summary>True on a row of a snapshot that repeats the one before.</summary>
    IsCarried = 16384,

    /// <summary>Decides between rows of one key and one sequence.</summary>
    TieBreak = 32768,
}
