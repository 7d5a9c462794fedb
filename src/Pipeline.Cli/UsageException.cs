namespace Pipeline.Cli;

/// <summary>What was asked for can't be done as asked; the message says why and what would do.</summary>
internal sealed class UsageException(string message) : Exception(message);
