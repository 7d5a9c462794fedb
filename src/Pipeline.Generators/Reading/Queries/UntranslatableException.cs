using Microsoft.CodeAnalysis;
using Pipeline.Generators.Rules;

namespace Pipeline.Generators.Reading.Queries;

/// <summary>A construct that has no SQL: the rule it breaks, where it stands and what to write instead. Caught by the reader that asked for the translation.</summary>
internal sealed class UntranslatableException(string rule, string message, Location location) : Exception(message)
{
    public UntranslatableException(string message, Location location) : this(RuleIds.Untranslatable, message, location)
    {
    }

    public string Rule { get; } = rule;

    public Location Location { get; } = location;
}
