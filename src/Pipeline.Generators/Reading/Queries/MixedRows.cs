using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Pipeline.Catalog;

namespace Pipeline.Generators.Reading.Queries;

/// <summary>The parts of a query within a query that read its own rows and the row outside, also those in methods that are read in place.</summary>
internal sealed class MixedRows
{
    private readonly IInvocationOperation call;
    private readonly Func<IInvocationOperation, IOperation?> inPlace;
    private readonly List<IOperation> operations = [];
    private readonly HashSet<ISymbol> ownRows = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<ISymbol, IOperation> values = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<IMethodSymbol, IOperation> bodies = new(SymbolEqualityComparer.Default);

    /// <param name="call">The query within, by its last call.</param>
    /// <param name="inPlace">What a call comes to whose method is read in place; null for any other.</param>
    public MixedRows(IInvocationOperation call, Func<IInvocationOperation, IOperation?> inPlace)
    {
        this.call = call;
        this.inPlace = inPlace;
        NoteLocals(call);
        Collect(call);
    }

    /// <summary>The smallest part that reads both rows as they can't be read, with the names of these; the call itself where there is no smaller one.</summary>
    public (IOperation At, IReadOnlyList<string> Own, IReadOnlyList<string> Outer) Culprit(CorrelationFault fault)
    {
        var lambdas = operations.OfType<IAnonymousFunctionOperation>().ToList();
        var candidates = fault switch
        {
            CorrelationFault.Condition => lambdas.Where(l => l.Symbol.ReturnType.SpecialType == SpecialType.System_Boolean).SelectMany(l => Conditions(l.Body)).Where(IsMixed).SelectMany(SmallerConditions),
            CorrelationFault.Value => lambdas.Where(l => !IsFilter(l)).SelectMany(l => l.Body.Operations.OfType<IReturnOperation>()).Select(r => r.ReturnedValue!).Where(IsMixed).Select(SmallerValue),
            CorrelationFault.Nested => operations.OfType<IInvocationOperation>().Where(c => c != call && IsOfRows(c) && Names(c).Outer.Count > 0).Reverse(),
            _ => [],
        };
        var list = candidates.ToList();
        var at = fault == CorrelationFault.Value ? list.LastOrDefault() ?? call
            : list.FirstOrDefault(c => c is IBinaryOperation binary && (IsMixed(binary.LeftOperand) || IsMixed(binary.RightOperand)))
            ?? list.FirstOrDefault(c => c is not IBinaryOperation && Unwrap(c) is not IInvocationOperation { TargetMethod.Name: "Contains" }) ?? call;
        var (own, outer) = Names(at);
        return (at, own.Count > 0 ? own : ["these rows"], outer.Count > 0 ? outer : ["it"]);
    }

    private void Collect(IOperation operation)
    {
        foreach (var part in operation.DescendantsAndSelf())
        {
            operations.Add(part);
            if (part is IAnonymousFunctionOperation lambda) ownRows.UnionWith(lambda.Symbol.Parameters);
            if (part is not IInvocationOperation called || bodies.ContainsKey(called.TargetMethod) || inPlace(called) is not { } body) continue;
            bodies.Add(called.TargetMethod, body);
            foreach (var argument in called.Arguments) values[argument.Parameter!.OriginalDefinition] = argument.Value;
            NoteLocals(body);
            Collect(body);
        }
    }

    // A local stands for its value.
    private void NoteLocals(IOperation operation)
    {
        var root = operation;
        while (root.Parent is { } parent) root = parent;
        foreach (var local in root.Descendants().OfType<IVariableDeclaratorOperation>())
        {
            if (local.Initializer?.Value is { } value && !IsRows(local.Symbol.Type)) values[local.Symbol] = value;
        }
    }

    private bool IsMixed(IOperation operation) => Names(operation) is { Own.Count: > 0, Outer.Count: > 0 };

    private (IReadOnlyList<string> Own, IReadOnlyList<string> Outer) Names(IOperation operation)
    {
        var (own, outer) = (new List<string>(), new List<string>());
        foreach (var row in operation.DescendantsAndSelf().Select(Row).OfType<ISymbol>().Distinct<ISymbol>(SymbolEqualityComparer.Default))
        {
            // What a method is given, and what a local holds, is of the rows that its value reads.
            var (ofOwn, ofOuter) = values.TryGetValue(row, out var value) ? Names(value) is var names ? (names.Own.Count > 0, names.Outer.Count > 0) : default
                : (ownRows.Contains(row), !ownRows.Contains(row));
            if (ofOwn) own.Add(row.Name);
            if (ofOuter) outer.Add(row.Name);
        }

        return (own, outer);
    }

    // A row's variable: the parameter of a lambda, which is what a range variable is too; of a method, what it is given, and of a policy a column's value; a local of these.
    private ISymbol? Row(IOperation operation) => operation switch
    {
        IParameterReferenceOperation { Parameter: { ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.Ordinary or MethodKind.LocalFunction } } value } when !IsRows(value.Type) && value.Type.Word() != "Batch" => value,
        IParameterReferenceOperation { Parameter: { ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.AnonymousFunction } } parameter } => parameter,
        IPropertyReferenceOperation { Instance: IParameterReferenceOperation, Property.ContainingType.IsAnonymousType: true } name => name.Property,
        ILocalReferenceOperation { Local: var local } when values.ContainsKey(local) => local,
        _ => null,
    };

    private IEnumerable<IOperation> SmallerConditions(IOperation condition)
    {
        var asked = condition is IUnaryOperation { OperatorKind: UnaryOperatorKind.Not } not ? not.Operand : condition;
        if (Unwrap(asked) is not IInvocationOperation called || !bodies.TryGetValue(called.TargetMethod, out var body)) return [condition];
        var smaller = Conditions(body).Where(IsMixed).SelectMany(SmallerConditions).ToList();
        return smaller.Count > 0 ? smaller : [condition];
    }

    private IOperation SmallerValue(IOperation value) =>
        Unwrap(value) is IInvocationOperation called && bodies.TryGetValue(called.TargetMethod, out var body) && IsMixed(body) ? SmallerValue(body) : value;

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

    private static bool IsOfRows(IInvocationOperation operation) => IsRows(operation.TargetMethod.ContainingType);

    private static bool IsRows(ITypeSymbol? type) => QueryTranslator.IsRows(type);

    private static IOperation Unwrap(IOperation operation) => QueryTranslator.Unwrap(operation);
}
