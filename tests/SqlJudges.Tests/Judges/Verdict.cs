namespace SqlJudges.Tests.Judges;

/// <summary>What each judge finds wrong with a statement; null where it accepts it, or wasn't asked since the other does.</summary>
internal sealed record Verdict(string? Sqlfluff, string? Sqlparser)
{
    /// <summary>Both grammars have gaps, and they are different ones: a statement stands if either accepts it.</summary>
    public bool Accepts => Sqlfluff is null || Sqlparser is null;

    public override string ToString() => $"sqlfluff: {Sqlfluff ?? "accepted"}; sqlparser: {Sqlparser ?? "accepted"}";
}
