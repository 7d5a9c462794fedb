using System.Globalization;
using Pipeline.Catalog;
using Pipeline.Engine.Database;

namespace Pipeline.Engine.Loads;

/// <summary>The variables of the running load, held by the session so that its statements can read them.</summary>
internal sealed class LoadVariableValues(DuckDbSession session)
{
    // What the dialect reads as the clock.
    private const string Now = "now";

    // Those that the engine counts itself, so that it needn't ask for them.
    private readonly Dictionary<string, long> counts = new(StringComparer.Ordinal);

    public void Start(LoweredLoad load, RunContext run)
    {
        counts.Clear();
        foreach (var counter in load.Counters) counts[counter] = 0;
        session.Execute(string.Join(";\n", new[]
        {
            Setting(LoadVariables.RunId.Name, Names.Text(run.RunId)),
            Setting(LoadVariables.ScheduledAt.Name, Names.Time(run.ScheduledAt)),
            Setting(LoadVariables.StartedAt.Name, Names.Time(run.Now)),
            Setting(Now, Names.Time(run.Now)),
            Setting(LoadVariables.ErrorMessage.Name, "NULL::VARCHAR"),
        }.Concat(load.Counters.Select(c => Setting(c, "0::BIGINT")))));
    }

    public void Fail(string message) => Set(LoadVariables.ErrorMessage.Name, Names.Text(message));

    public void Set(string variable, string value) => session.Execute(Setting(variable, value));

    /// <summary>A statement has set it.</summary>
    public void Changed(string variable) => counts.Remove(variable);

    public void Add(string? counter, long rows)
    {
        if (counter is null || (rows == 0 && counts.ContainsKey(counter))) return;
        counts[counter] = rows + (counts.TryGetValue(counter, out var count) ? count : session.ScalarLong($"SELECT getvariable({Names.Text(counter)})"));
        Set(counter, Names.Number(counts[counter]) + "::BIGINT");
    }

    /// <summary>What the counters of all loads have come to, whether statements set them or the engine counted.</summary>
    public IReadOnlyDictionary<VariableReference, long> Counts()
    {
        var row = session.Query($"SELECT {string.Join(", ", LoadVariables.Counters.Select(c => $"getvariable({Names.Text(c.Name)})"))}").Rows[0];
        return LoadVariables.Counters.Zip(row).ToDictionary(c => c.First, c => Convert.ToInt64(c.Second ?? 0L, CultureInfo.InvariantCulture));
    }

    private static string Setting(string variable, string value) => $"SET VARIABLE {Names.Sql(variable)} = {value}";
}
