namespace Loads.Tests.Histories;

/// <summary>A row of a table: its surrogate key, if it has one, and its values, the history's own key first.</summary>
public sealed record TableRow(long? SurrogateKey, IReadOnlyList<object?> Values)
{
    public override string ToString() => string.Join(" | ", Values.Select(Pipeline.Engine.QueryResult.Text)).TrimEnd();
}
