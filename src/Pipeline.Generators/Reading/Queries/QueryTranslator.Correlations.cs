using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Pipeline.Catalog;
using Pipeline.Generators.Rules;

namespace Pipeline.Generators.Reading.Queries;

/// <summary>What a query within an expression may read of the row outside: what Snowflake can make a join of.</summary>
internal sealed partial class QueryTranslator
{
    private T Joinable<T>(T value, IInvocationOperation call) where T : Expression =>
        RefusedCorrelation.In(value) is { Count: > 0 } faults ? throw Refused(faults[0], call) : value;

    // A step sees nothing of the rows around the query that reads it.
    private Value StandingAlone(IInvocationOperation call, Func<Value> read)
    {
        var before = steps.Count;
        var value = read();
        return steps.Skip(before).Any(s => OuterReferences.Of(s.Build().Query).Any(alias => alias.Length > 0)) ? throw Refused(CorrelationFault.Cut, call) : value;
    }

    private UntranslatableException Refused(CorrelationFault fault, IInvocationOperation call)
    {
        var rows = Code(Source(call).Syntax);
        var (at, own, outer) = new MixedRows(call, InPlace).Culprit(fault);
        var code = Code(at.Syntax);
        var (rule, message) = fault switch
        {
            CorrelationFault.Condition => (RuleIds.ConditionKeepsRowsApart,
                $"'{code}' reads {And(own)} and {And(outer)}, and compares no value of the one with a value of the other, by which alone Snowflake finds rows within a query; write it as such a comparison, or join '{rows}' and filter there"),
            CorrelationFault.Value => (RuleIds.ValueIsOfItsOwnRows,
                $"'{code}' reads {And(outer)} of the row outside where a value of '{rows}' is computed, and Snowflake computes such values of their own rows alone; go on with the result outside, or join '{rows}' and group"),
            CorrelationFault.Nested => (RuleIds.QueryReadsTheNextRow,
                $"'{code}' stands in a query that stands in another, and reads {And(outer)} of the outermost, where Snowflake sees the row right around it alone; ask it outside of the query in between, or join '{rows}'"),
            CorrelationFault.Rows => (RuleIds.RowsWithinStandAlone,
                $"'{code}': which rows these are depends on {And(outer)} of the row outside, and Snowflake finds rows within a query by a filter alone; join them to that row, and group"),
            _ => (RuleIds.RowsWithinStandAlone,
                $"'{code}' cuts, unites or groups rows that depend on {And(outer)} of the row outside, which Snowflake can't within a query; filter by it after that, or join the rows to that row"),
        };
        return new(rule, message, at.Syntax.GetLocation());
    }

    // The rows that the calls begin with: others of others.Where(..).Any(..).
    private static IOperation Source(IInvocationOperation call)
    {
        IOperation rows = call;
        while (Unwrap(rows) is IInvocationOperation { Instance: { } instance }) rows = instance;
        return Unwrap(rows);
    }

    // What a call comes to whose method is read in place; null for any other.
    private IOperation? InPlace(IInvocationOperation call) =>
        call.TargetMethod is { DeclaringSyntaxReferences.Length: > 0 } method && (method.IsStatic || method.MethodKind == MethodKind.LocalFunction) ? Body(method, namesAreKnown: true) : null;

    private static string And(IReadOnlyList<string> names) => string.Join(" and ", names.Select(n => n is "these rows" or "it" ? n : $"'{n}'"));
}
