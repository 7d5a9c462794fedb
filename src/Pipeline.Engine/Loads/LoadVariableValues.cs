using System.Globalization;
using Pipeline.Catalog;
using Pipeline.Engine.Database;

namespace Pipeline.Engine.Loads;

/// <summary>The variables of the running load, held by the session so that its statements can read them.</summary>
internal sealed class LoadVariableValues(DuckDbSession session)
{
    // What the dialect reads as the clock.
    private const string Now = "now";

    public void Start(LoweredLoad load, RunContext run)
    {
        Set(LoadVariables.RunId, Names.Text(run.RunId));
        Set(LoadVariables.ScheduledAt, Names.Time(run.ScheduledAt));
        Set(LoadVariables.StartedAt, Names.Time(run.Now));
        Set(Now, Names.Time(run.Now));
        Set(LoadVariables.ErrorMessage, "NULL::VARCHAR");
        foreach (var counter in load.Counters) Set(counter, "0::BIGINT");
    }

    public void Fail(string message) => Set(LoadVariables.ErrorMessage, Names.Text(message));

    public void Set(string variable, string value) => session.Execute($"SET VARIABLE {Names.Sql(variable)} = {value}");

    public void Add(string? counter, long rows)
    {
        if (counter is not null) Set(counter, Names.Number(Count(counter) + rows) + "::BIGINT");
    }

    public long Count(string counter) =>
        Convert.ToInt64(session.Scalar($"SELECT getvariable({Names.Text(counter)})") ?? 0L, CultureInfo.InvariantCulture);

    public long Count(VariableReference counter) => Count(counter.Name);

    private void Set(VariableReference variable, string value) => Set(variable.Name, value);
}
