namespace Pipeline.Catalog;

/// <summary>UPDATE the target, under its alias, from one other source that has at most one row for each row of the target.</summary>
public sealed record UpdateStatement(
    string Purpose, ObjectSource Target, EquatableArray<Assignment> Assignments, Source? From, Expression Where) : Statement(Purpose)
{
    /// <summary>The variable to which the number of updated rows is added.</summary>
    public string? CountInto { get; init; }
}

/// <summary>A column of the target and its new value.</summary>
public sealed record Assignment(string Column, Expression Value);
