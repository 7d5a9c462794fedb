using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Pipeline.Catalog;

namespace Pipeline.Generators.Reading.Queries;

/// <summary>The operators of a query: each puts its clause into the SELECT at hand, or begins a new one where SQL's order asks for it.</summary>
internal sealed partial class QueryTranslator
{
    private Relation Rows(IOperation operation, Scope scope)
    {
        cancellation.ThrowIfCancellationRequested();
        switch (operation)
        {
            case IConversionOperation conversion: return Rows(conversion.Operand, scope);
            case IParenthesizedOperation parenthesized: return Rows(parenthesized.Operand, scope);
            case ITranslatedQueryOperation query: return Rows(query.Operation, scope);
            case IArgumentOperation argument: return Rows(argument.Value, scope);
            case IParameterReferenceOperation parameter when scope[parameter.Parameter] is QueryValue value: return value.Make();
            case ILocalReferenceOperation local when scope[local.Local] is QueryValue value: return value.Make();
            case IPropertyReferenceOperation { Instance.Type: INamedTypeSymbol stream } changes when IsChanges(changes):
                return Stream("changes", KindNames.Of(stream)!, shapes.Of(KindNames.StreamSource(stream)!)!, allChanges: true).Make();
            case IPropertyReferenceOperation { Instance: not null } held when Resolve(Eval(held, scope)) is QueryValue value: return value.Make();
            case IInvocationOperation call: return Call(call, scope);
            case IInvalidOperation: throw Cannot(operation, "code with an error can't be read", "correct what C# says of it");
            default: throw Cannot(operation, "these rows can't be read", "use a parameter, a local or a method that returns a Query");
        }
    }

    private Relation Call(IInvocationOperation call, Scope scope)
    {
        var method = call.TargetMethod;
        if (method.ContainingType.Word() is null) return CallOwn(call, scope);
        if (method.ContainingType.Word() == "Sql") return SqlRows(call, scope);

        // The compiler lists arguments as it evaluates them; for a group that is the element before the key.
        var arguments = call.Arguments.OrderBy(a => a.Parameter!.Ordinal).Select(a => a.Value).ToList();
        var source = call.Instance ?? arguments[0];
        if (call.Instance is null) arguments.RemoveAt(0);
        var relation = Rows(source, arguments.Select(Variable).FirstOrDefault(), scope);
        if (method.Name == "Select" && ResultOf(Lambda(arguments[0])) is IAnonymousObjectCreationOperation { IsImplicit: true } let) return Let(relation, Lambda(arguments[0]), let, scope);

        relation = Settle(relation);
        return method.Name switch
        {
            "Where" => Where(relation, Lambda(arguments[0]), scope),
            "Select" => Select(relation, Lambda(arguments[0]), scope),
            "SelectMany" => SelectMany(relation, Lambda(arguments[0]), arguments.Count > 1 ? Lambda(arguments[1]) : null, scope),
            "Join" or "LeftJoin" or "RightJoin" or "FullJoin" => Join(relation, call, source, arguments, scope),
            "GroupJoin" => GroupJoin(relation, arguments, scope),
            "GroupBy" => GroupBy(relation, Lambda(arguments[0]), arguments.Count > 1 ? Lambda(arguments[1]) : null, scope),
            "OrderBy" => OrderBy(relation, Lambda(arguments[0]), descending: false, isFirst: true, scope),
            "OrderByDescending" => OrderBy(relation, Lambda(arguments[0]), descending: true, isFirst: true, scope),
            "ThenBy" => OrderBy(relation, Lambda(arguments[0]), descending: false, isFirst: false, scope),
            "ThenByDescending" => OrderBy(relation, Lambda(arguments[0]), descending: true, isFirst: false, scope),
            "Take" => Take(relation, arguments[0]),
            "Skip" => Skip(relation, arguments[0]),
            "Distinct" => Distinct(relation),
            "Concat" => Combine(SetOperator.UnionAll, relation, Settle(Rows(arguments[0], scope)), call),
            "Union" => Combine(SetOperator.Union, relation, Settle(Rows(arguments[0], scope)), call),
            "Except" => Combine(SetOperator.Except, relation, Settle(Rows(arguments[0], scope)), call),
            "Intersect" => Combine(SetOperator.Intersect, relation, Settle(Rows(arguments[0], scope)), call),
            "LatestBy" => LatestBy(relation, Lambda(arguments[0]), Lambda(arguments[1]), scope),
            "Window" => Window(relation, Lambda(arguments[0]), Lambda(arguments[1]), scope),
            "Pivot" => Pivot(relation, arguments, scope),
            "Recurse" => Recurse(relation, call, Lambda(arguments[0]), scope),
            "Optional" => relation,
            "AsOf" when arguments.Count == 0 => relation,
            "DefaultIfEmpty" => throw Cannot(call, "rows or one null are a left join only behind 'from'", "write from x in group.DefaultIfEmpty()"),
            "AsOf" => AsOf(relation, arguments[0], scope, call),
            _ => throw Cannot(call, $"'{method.Name}' of a query can't be translated to SQL", "use the operators that Query<T> documents"),
        };
    }

    private static bool IsChanges(IPropertyReferenceOperation property) =>
        property is { Property.Name: "Changes", Instance: { } stream } && KindNames.StreamSource(stream.Type) is not null;

    // The user's own method: its query becomes a step of that name, read as often as it is called with the same rows.
    private Relation CallOwn(IInvocationOperation call, Scope scope)
    {
        var method = call.TargetMethod;
        if (++depth > DeepestCalls) throw Cannot(call, $"'{method.Name}' calls itself", "use Recurse, which passes the rows of the round before");
        var inner = new Scope();
        var arguments = new List<Value>();
        foreach (var argument in call.Arguments.OrderBy(a => a.Parameter!.Ordinal))
        {
            var value = IsRows(argument.Parameter!.Type) ? RowsAsValue(argument.Value, scope) : Eval(argument.Value, scope);
            // A body speaks of the method as it is declared, a call of it with its type arguments.
            inner[argument.Parameter!.OriginalDefinition] = value;
            arguments.Add(value);
        }

        var made = called.FirstOrDefault(c => SymbolEqualityComparer.Default.Equals(c.Method, method) && c.Arguments.SequenceEqual(arguments, SameValue.Instance));
        if (made.Step is null)
        {
            var relation = Settle(Rows(Body(method, inner), inner));
            made = (method, arguments, NewStep(relation, SqlName.Of(method.Name)), relation.Element);
            called.Add(made);
        }

        depth--;
        return Read(made.Step, made.Element);
    }

    // A name stands for the same rows wherever it is passed on.
    private Value RowsAsValue(IOperation operation, Scope scope) => Unwrap(operation) switch
    {
        IParameterReferenceOperation parameter when scope[parameter.Parameter] is QueryValue rows => rows,
        ILocalReferenceOperation local when scope[local.Local] is QueryValue rows => rows,
        _ => new QueryValue(() => Rows(operation, scope)),
    };

    private sealed class SameValue : IEqualityComparer<Value>
    {
        public static readonly SameValue Instance = new();

        public bool Equals(Value x, Value y) => ReferenceEquals(x, y) || (x is Scalar { Expression: var left } && y is Scalar { Expression: var right } && left.Equals(right));

        public int GetHashCode(Value value) => 0;
    }

    private static IAnonymousFunctionOperation Lambda(IOperation operation) => operation switch
    {
        IAnonymousFunctionOperation lambda => lambda,
        IDelegateCreationOperation creation => Lambda(creation.Target),
        IConversionOperation conversion => Lambda(conversion.Operand),
        IArgumentOperation argument => Lambda(argument.Value),
        _ => throw Cannot(operation, "only a lambda can be translated to SQL here", "write row => .."),
    };

    private static IOperation ResultOf(IAnonymousFunctionOperation lambda) =>
        lambda.Body.Operations.Length == 1 && lambda.Body.Operations[0] is IReturnOperation { ReturnedValue: { } value }
            ? value
            : throw Cannot(Statement(lambda), $"{OperationWords.Of(Statement(lambda))} can't be translated to SQL", "write one expression");

    // The first statement of a lambda that isn't its result.
    private static IOperation Statement(IAnonymousFunctionOperation lambda) => lambda.Body.Operations.FirstOrDefault(o => o is not IReturnOperation) ?? lambda;

    private static Scope Bind(IAnonymousFunctionOperation lambda, Scope outer, params Value[] values)
    {
        var scope = new Scope(outer);
        for (var i = 0; i < values.Length && i < lambda.Symbol.Parameters.Length; i++) scope[lambda.Symbol.Parameters[i]] = values[i];
        return scope;
    }
}
