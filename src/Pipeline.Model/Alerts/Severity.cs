namespace Pipeline.Model;

/// <summary>How bad what an alert tells is.</summary>
public enum Severity
{
    /// <summary>Good to know.</summary>
    Info,

    /// <summary>May become worse.</summary>
    Warning,

    /// <summary>Something is wrong.</summary>
    Error,

    /// <summary>Somebody has to get up.</summary>
    Critical,
}
