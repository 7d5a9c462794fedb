namespace Pipeline.Model;

/// <summary>What an alert has to tell: a row of its query.</summary>
public sealed class Alarm
{
    /// <summary>What it is about, such as a task: the same subject isn't told again within the alert's repeat time.</summary>
    public required string Subject { get; init; }

    /// <summary>What is said of it.</summary>
    public required string Message { get; init; }
}
