using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Pipeline.Catalog;
using Pipeline.Generators.Rules;

namespace Pipeline.Generators.Reading.Queries;

/// <summary>What a query within an expression may read of the row outside: what Snowflake can make a join of.</summary>
internal sealed partial class QueryTranslator
{
    private static T Joinable<T>(T value, IInvocationOperation call) where T : Expression =>
        RefusedCorrelation.In(value) is { Count: > 0 } faults ? throw Refused(faults[0], call) : value;

    // A step sees nothing of the rows around the query that reads it.
    private Value StandingAlone(IInvocationOperation call, Func<Value> read)
    {
        var before = steps.Count;
        var value = read();
        return steps.Skip(before).Any(s => OuterReferences.Of(s.Build().Query).Any(alias => alias.Length > 0)) ? throw Refused(CorrelationFault.Cut, call) : value;
    }

    private static UntranslatableException Refused(CorrelationFault fault, IInvocationOperation call)
    {
        var rows = Code(Source(call).Syntax);
        var (at, own, outer) = Culprit(fault, call);
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

    // The smallest part that reads both rows as they can't be read; the call itself where it stands in a method that was read in place.
    private static (IOperation At, IReadOnlyList<string> Own, IReadOnlyList<string> Outer) Culprit(CorrelationFault fault, IInvocationOperation call)
    {
        var lambdas = call.DescendantsAndSelf().OfType<IAnonymousFunctionOperation>().ToList();
        var parameters = new HashSet<ISymbol>(lambdas.SelectMany(l => l.Symbol.Parameters), SymbolEqualityComparer.Default);
        (IReadOnlyList<string> Own, IReadOnlyList<string> Outer) Names(IOperation operation)
        {
            var read = operation.DescendantsAndSelf().Select(Row).Where(s => s is not null).Select(s => s!).Distinct<ISymbol>(SymbolEqualityComparer.Default).ToLookup(parameters.Contains);
            return (read[true].Select(s => s.Name).ToList(), read[false].Select(s => s.Name).ToList());
        }

        bool IsMixed(IOperation operation) => Names(operation) is { Own.Count: > 0, Outer.Count: > 0 };
        var candidates = fault switch
        {
            CorrelationFault.Condition => lambdas.Where(l => l.Symbol.ReturnType.SpecialType == SpecialType.System_Boolean).SelectMany(l => Conditions(l.Body)).Where(IsMixed),
            CorrelationFault.Value => lambdas.Where(l => !IsFilter(l)).SelectMany(l => l.Body.Operations.OfType<IReturnOperation>()).Select(r => r.ReturnedValue!).Where(IsMixed),
            CorrelationFault.Nested => call.DescendantsAndSelf().OfType<IInvocationOperation>().Where(c => c != call && IsRows(c.TargetMethod.ContainingType) && Names(c).Outer.Count > 0).Reverse(),
            _ => [],
        };
        var list = candidates.ToList();
        var at = fault == CorrelationFault.Value ? list.LastOrDefault() ?? call
            : list.FirstOrDefault(c => c is IBinaryOperation binary && (IsMixed(binary.LeftOperand) || IsMixed(binary.RightOperand)))
            ?? list.FirstOrDefault(c => c is not IBinaryOperation && Unwrap(c) is not IInvocationOperation { TargetMethod.Name: "Contains" }) ?? call;
        var (own, outer) = Names(at);
        return (at, own.Count > 0 ? own : ["these rows"], outer.Count > 0 ? outer : ["it"]);
    }

    // A row's variable: the parameter of a lambda, which is what a range variable is too; of a policy, a column's value.
    private static ISymbol? Row(IOperation operation) => operation switch
    {
        IParameterReferenceOperation { Parameter: { ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.Ordinary } } value } when ColumnTypes.Of(value.Type) is not null => value,
        IParameterReferenceOperation { Parameter: { ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.AnonymousFunction } } parameter } => parameter,
        IPropertyReferenceOperation { Instance: IParameterReferenceOperation, Property.ContainingType.IsAnonymousType: true } name => name.Property,
        _ => null,
    };

    private static bool IsFilter(IAnonymousFunctionOperation lambda)
    {
        IOperation? parent = lambda.Parent;
        while (parent is not (null or IInvocationOperation)) parent = parent.Parent;
        return parent is not IInvocationOperation { TargetMethod.Name: "Sum" or "Average" or "Min" or "Max" or "CountDistinct" or "Share" or "Select" or "OrderBy" or "OrderByDescending" or "ThenBy" or "ThenByDescending" };
    }

    // The parts that a condition is put together of.
    private static IEnumerable<IOperation> Conditions(IOperation operation) => operation switch
    {
        IBlockOperation block => block.Operations.SelectMany(Conditions),
        IReturnOperation { ReturnedValue: { } value } => Conditions(value),
        IParenthesizedOperation parenthesized => Conditions(parenthesized.Operand),
        IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalAnd or BinaryOperatorKind.ConditionalOr or BinaryOperatorKind.And or BinaryOperatorKind.Or } both => Conditions(both.LeftOperand).Concat(Conditions(both.RightOperand)),
        IUnaryOperation { OperatorKind: UnaryOperatorKind.Not } not when Unwrap(not.Operand) is not IInvocationOperation => Conditions(not.Operand),
        IConditionalOperation { WhenFalse: { } otherwise } choice => Conditions(choice.Condition).Concat(Conditions(choice.WhenTrue)).Concat(Conditions(otherwise)),
        _ => [operation],
    };

    private static string And(IReadOnlyList<string> names) => string.Join(" and ", names.Select(n => n is "these rows" or "it" ? n : $"'{n}'"));
}
