using System.Globalization;
using System.Numerics;
using System.Runtime.CompilerServices;
using Pipeline.Catalog;
using Pipeline.Engine.Database;

namespace Pipeline.Engine.Loads;

/// <summary>The variables of the running load: the engine counts by itself, and lets the session have a counter before a statement that reads it.</summary>
internal sealed class LoadVariableValues(DuckDbSession session)
{
    // What the dialect reads as the clock.
    private const string Now = "now";

    // A load is lowered once and runs often.
    private static readonly ConditionalWeakTable<Statement, string[]> ReadBy = [];

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
            .. times,
        ]);
    }

    public void Fail(string message) => session.SetVariables((LoadVariables.ErrorMessage.Name, Names.Text(message)));

    /// <summary>Lets the session have the counters that the statement reads.</summary>
    public void Show(Statement statement) => Show(ReadBy.GetValue(statement, s => NamesOf(VariablesRead.By(s))));

    /// <summary>Lets the session have the counters that the expression reads.</summary>
    public void Show(Expression expression) => Show(NamesOf(VariablesRead.By(expression)));

    private void Show(string[] names) => session.SetVariables(
        names.Where(counts.ContainsKey).Select(name => (name, (SessionValue)(Names.Number(counts[name]) + "::BIGINT"))));

    public void Set(string counter, object? value) => counts[counter] = value switch
    {
        null or DBNull => 0,
        BigInteger big => (long)big,
        _ => Convert.ToInt64(value, CultureInfo.InvariantCulture),
    };

    public void Add(string? counter, long rows)
    {
        if (counter is not null) counts[counter] = counts.GetValueOrDefault(counter) + rows;
    }

    /// <summary>What the counter has come to; 0 where nothing has counted into it.</summary>
    public long this[VariableReference counter] => counts.GetValueOrDefault(counter.Name);

    /// <summary>Whether the condition holds, where the counters alone tell it; null where the database must be asked.</summary>
    public bool? Holds(Expression condition) => condition switch
    {
        BinaryExpression { Operator: BinaryOperator.And } and => Holds(and.Left) & Holds(and.Right),
        BinaryExpression { Operator: BinaryOperator.Or } or => Holds(or.Left) | Holds(or.Right),
        BinaryExpression compared when Value(compared.Left) is { } left && Value(compared.Right) is { } right => compared.Operator switch
        {
            BinaryOperator.Equal => left == right,
            BinaryOperator.NotEqual => left != right,
            BinaryOperator.LessThan => left < right,
            BinaryOperator.LessOrEqual => left <= right,
            BinaryOperator.GreaterThan => left > right,
            BinaryOperator.GreaterOrEqual => left >= right,
            _ => null,
        },
        _ => null,
    };

    private long? Value(Expression expression) => expression switch
    {
        VariableReference variable => counts.TryGetValue(variable.Name, out var count) ? count : null,
        Literal { Value: { } value } => long.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null,
        BinaryExpression { Operator: BinaryOperator.Add } sum => Value(sum.Left) + Value(sum.Right),
        BinaryExpression { Operator: BinaryOperator.Subtract } difference => Value(difference.Left) - Value(difference.Right),
        BinaryExpression { Operator: BinaryOperator.Multiply } product => Value(product.Left) * Value(product.Right),
        _ => null,
    };

    private static string[] NamesOf(IReadOnlyList<VariableReference> variables) => [.. variables.Select(v => v.Name)];
}
