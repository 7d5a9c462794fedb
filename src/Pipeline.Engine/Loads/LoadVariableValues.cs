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

    /// <param name="times">From where to where it reads its streams.</param>
    public void Start(LoweredLoad load, RunContext run, IEnumerable<(string Name, SessionValue Value)> times)
    {
        counts.Clear();
        foreach (var counter in load.Counters) counts[counter] = 0;
        session.SetVariables(
        [
            (LoadVariables.RunId.Name, Names.Text(run.RunId)),
            (LoadVariables.ScheduledAt.Name, Names.Time(run.ScheduledAt)),
            (LoadVariables.StartedAt.Name, Names.Time(run.Now)),
            (Now, Names.Time(run.Now)),
            (LoadVariables.ErrorMessage.Name, "NULL::VARCHAR"),
            .. load.Counters.Select(c => (c, (SessionValue)(Names.Number(0) + "::BIGINT"))),
            .. times,
        ]);
    }

    public void Fail(string message) => Set(LoadVariables.ErrorMessage.Name, Names.Text(message));

    public void Set(string variable, string value) => session.SetVariables((variable, value));

    /// <summary>A statement has set it.</summary>
    public void Changed(string variable)
    {
        counts.Remove(variable);
        session.ForgetVariable(variable);
    }

    /// <summary>Whether the condition holds, where the engine's own counts tell it; null where the database must be asked.</summary>
    public bool? Holds(Expression condition) => condition is BinaryExpression { Left: var left, Right: var right, Operator: BinaryOperator.GreaterThan or BinaryOperator.LessThan } compared
        && Value(left) is { } a && Value(right) is { } b
            ? compared.Operator == BinaryOperator.GreaterThan ? a > b : a < b
            : null;

    private long? Value(Expression expression) => expression switch
    {
        VariableReference variable => counts.TryGetValue(variable.Name, out var count) ? count : null,
        Literal { Value: { } value } => long.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null,
        _ => null,
    };

    public void Add(string? counter, long rows)
    {
        if (counter is null || (rows == 0 && counts.ContainsKey(counter))) return;
        counts[counter] = rows + (counts.TryGetValue(counter, out var count) ? count : session.ScalarLong($"SELECT getvariable({Names.Text(counter)})"));
        Set(counter, Names.Number(counts[counter]) + "::BIGINT");
    }

    /// <summary>What the counters of all loads have come to, whether statements set them or the engine counted.</summary>
    public IReadOnlyDictionary<VariableReference, long> Counts()
    {
        var asked = LoadVariables.Counters.Where(c => !counts.ContainsKey(c.Name)).ToList();
        if (asked.Count > 0)
        {
            var row = session.Query($"SELECT {string.Join(", ", asked.Select(c => $"getvariable({Names.Text(c.Name)})"))}").Rows[0];
            foreach (var (counter, count) in asked.Zip(row)) counts[counter.Name] = Convert.ToInt64(count ?? 0L, CultureInfo.InvariantCulture);
        }

        return LoadVariables.Counters.ToDictionary(c => c, c => counts[c.Name]);
    }
}
