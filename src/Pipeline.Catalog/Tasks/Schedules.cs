namespace Pipeline.Catalog;

/// <summary>Whether a task graph that is new runs by its schedule once it is deployed, or waits until a person resumes it.</summary>
public enum Schedules { Running, Suspended }
