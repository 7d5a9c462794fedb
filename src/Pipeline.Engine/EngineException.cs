namespace Pipeline.Engine;

/// <summary>What stops the engine and a person can mend; the message says what happened, to which object, and the way out.</summary>
public sealed class EngineException : Exception
{
    /// <summary>With the message for the user.</summary>
    public EngineException(string message) : base(message) { }

    /// <summary>With the message for the user and what the database said.</summary>
    public EngineException(string message, Exception cause) : base(message, cause) { }
}
