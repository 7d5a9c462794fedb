using Microsoft.CodeAnalysis;
using Pipeline.Generators.Rules;

namespace Pipeline.Generators.Reading.Queries;

/// <summary>A construct that has no SQL: the rule it breaks, where it stands and what to write instead. Caught by the reader that asked for the translation.</summary>
internal sealed class UntranslatableException(string rule, string message, Location location) : Exception(message)
{
    private readonly IReadOnlyList<UntranslatableException>? all;

    public UntranslatableException(string message, Location location) : this(RuleIds.Untranslatable, message, location)
    {
    }

    /// <summary>Several at once, none of which follows from another.</summary>
    public UntranslatableException(IReadOnlyList<UntranslatableException> all) : this(all[0].Rule, all[0].Message, all[0].Location) => this.all = all;

    public string Rule { get; } = rule;

    public Location Location { get; } = location;

    /// <summary>What is wrong, each by itself: this alone, or all that were found.</summary>
    public IReadOnlyList<UntranslatableException> All => all ?? [this];
}
