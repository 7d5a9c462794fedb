namespace Pipeline.Model;

/// <summary>What a dimension does when a member changes (Kimball's slowly changing dimension).</summary>
public enum Scd
{
    /// <summary>Overwrites: one row per member, as it is now.</summary>
    Type1,

    /// <summary>Keeps history: a change in a <see cref="TrackedAttribute">[Tracked]</see> column closes the open version and opens another.</summary>
    Type2,
}
