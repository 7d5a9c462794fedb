namespace Pipeline.Sql;

/// <summary>The catalog holds something that a dialect has no words for. The message says what, and what to write instead.</summary>
public sealed class UnspellableException(string message) : Exception(message);
