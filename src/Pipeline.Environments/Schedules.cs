namespace Pipeline.Environments;

/// <summary>Whether what runs by the clock is resumed once it is deployed.</summary>
public enum Schedules
{
    Running,
    Suspended,
}
