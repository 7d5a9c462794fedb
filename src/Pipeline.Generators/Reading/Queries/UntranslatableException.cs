using Microsoft.CodeAnalysis;

namespace Pipeline.Generators.Reading.Queries;

/// <summary>A construct that has no SQL: where it stands and what to write instead. Caught by the reader that asked for the translation.</summary>
internal sealed class UntranslatableException(string message, Location location) : Exception(message)
{
    public Location Location { get; } = location;
}
