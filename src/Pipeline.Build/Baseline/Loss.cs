using Pipeline.Catalog;

namespace Pipeline.Build.Baseline;

/// <summary>A change of the model that would lose what was shipped, or that no account could follow.</summary>
/// <param name="Code">The code of its error.</param>
/// <param name="Word">What happens to it, as one accepts it: <c>drop-column</c>.</param>
/// <param name="Name">What it happens to: <c>CURATED.DIM_STORE.CITY</c>.</param>
/// <param name="At">Where the C# is that has to change; null where there is none.</param>
/// <param name="What">What was shipped, what the model says now, and what would be lost.</param>
/// <param name="WayOut">How it is kept; null where nothing but accepting helps.</param>
public sealed record Loss(string Code, string Word, string Name, SourcePlace? At, string What, string? WayOut)
{
    /// <summary>When one may accept it, in words.</summary>
    public string Accepting { get; init; } = "If it may be lost";

    /// <summary>How this loss, and no other, is accepted.</summary>
    public string Accepted => Word + ":" + Name;
}
