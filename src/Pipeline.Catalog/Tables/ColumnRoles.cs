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
}
