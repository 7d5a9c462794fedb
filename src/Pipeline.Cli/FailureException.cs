namespace Pipeline.Cli;

/// <summary>What was asked for failed; the message says how.</summary>
internal sealed class FailureException(string message) : Exception(message);
