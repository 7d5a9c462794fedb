namespace Pipeline.Catalog;

/// <summary>A column whose value stands on every version of a member, or comes from the versions before.</summary>
/// <param name="Which">Which of the member's values it is.</param>
/// <param name="Column">The column whose value it is; the very same one where a column carries its own.</param>
public sealed record CarriedValue(Carry Which, string Column);

/// <summary>The value that a member came with, the one before its last change, or the one that it has now.</summary>
public enum Carry { Original, Previous, Current }
