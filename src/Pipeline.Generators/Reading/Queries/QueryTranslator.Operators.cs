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
            case IPropertyReferenceOperation { Property.Name: "Changes", Instance: { } stream } when KindNames.StreamSource(stream.Type) is { } source:
                return Stream("changes", KindNames.Of((INamedTypeSymbol)stream.Type!)!, shapes.Of(source)!, allChanges: true).Make();
            case IInvocationOperation call: return Call(call, scope);
            default: throw Cannot(operation, "these rows can't be read", "use a parameter, a local or a method that returns a Query");
        }
    }

    private Relation Call(IInvocationOperation call, Scope scope)
    {
        var method = call.TargetMethod;
        if (method.ContainingType.Word() is null) return CallOwn(call, scope);
        if (method is { Name: "Flatten", ContainingType: { } type } && type.Word() == "Sql") return Flatten(call, scope);

        // The compiler lists arguments as it evaluates them; for a group that is the element before the key.
        var arguments = call.Arguments.OrderBy(a => a.Parameter!.Ordinal).Select(a => a.Value).ToList();
        var source = call.Instance ?? arguments[0];
        if (call.Instance is null) arguments.RemoveAt(0);
        var relation = Rows(source, scope);
        if (method.Name == "Select" && ResultOf(Lambda(arguments[0])) is IAnonymousObjectCreationOperation { IsImplicit: true } let) return Let(relation, Lambda(arguments[0]), let, scope);

        relation = Settle(relation);
        return method.Name switch
        {
            "Where" => Where(relation, Lambda(arguments[0]), scope),
            "Select" => Select(relation, Lambda(arguments[0]), scope),
            "SelectMany" => SelectMany(relation, Lambda(arguments[0]), Lambda(arguments[1]), scope),
            "Join" => Join(relation, arguments, scope),
            "GroupBy" => GroupBy(relation, Lambda(arguments[0]), arguments.Count > 1 ? Lambda(arguments[1]) : null, scope),
            "OrderBy" => OrderBy(relation, Lambda(arguments[0]), descending: false, isFirst: true, scope),
            "OrderByDescending" => OrderBy(relation, Lambda(arguments[0]), descending: true, isFirst: true, scope),
            "ThenBy" => OrderBy(relation, Lambda(arguments[0]), descending: false, isFirst: false, scope),
            "ThenByDescending" => OrderBy(relation, Lambda(arguments[0]), descending: true, isFirst: false, scope),
            "Take" => Take(relation, arguments[0]),
            "Distinct" => Distinct(relation),
            "Concat" => Combine(SetOperator.UnionAll, relation, Settle(Rows(arguments[0], scope)), call),
            "Union" => Combine(SetOperator.Union, relation, Settle(Rows(arguments[0], scope)), call),
            "Except" => Combine(SetOperator.Except, relation, Settle(Rows(arguments[0], scope)), call),
            "LatestBy" => LatestBy(relation, Lambda(arguments[0]), Lambda(arguments[1]), scope),
            "Window" => Window(relation, Lambda(arguments[0]), Lambda(arguments[1]), scope),
            "Optional" => relation,
            "AsOf" => AsOf(relation, arguments[0], scope, call),
            _ => throw Cannot(call, $"'{method.Name}' of a query can't be translated to SQL", "use the operators that Query<T> documents"),
        };
    }

    // The user's own method: its query becomes a step of that name, read as often as it is called with the same rows.
    private Relation CallOwn(IInvocationOperation call, Scope scope)
    {
        var method = call.TargetMethod;
        if (++depth > DeepestCalls) throw Cannot(call, $"'{method.Name}' calls itself", "a query can't be recursive");
        var inner = new Scope();
        var arguments = new List<Value>();
        foreach (var argument in call.Arguments.OrderBy(a => a.Parameter!.Ordinal))
        {
            var value = IsRows(argument.Parameter!.Type) ? RowsAsValue(argument.Value, scope) : Eval(argument.Value, scope);
            inner[argument.Parameter!] = value;
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

    private Relation Where(Relation relation, IAnonymousFunctionOperation lambda, Scope scope)
    {
        if (relation.IsLate && !relation.IsGrouped) relation = MakeStep(relation, "ROWS_TO_FILTER");
        var predicate = Filter(relation, lambda, scope);
        known.AddRange(Facts.Of(predicate));
        if (relation.IsGrouped) relation.Having = relation.Having is null ? predicate : Make.And(relation.Having, predicate);
        else relation.And(predicate);
        return relation;
    }

    private Expression Filter(Relation relation, IAnonymousFunctionOperation lambda, Scope scope) =>
        Condition(ResultOf(lambda), Bind(lambda, scope, relation.Element), filter: true);

    private Relation Select(Relation relation, IAnonymousFunctionOperation lambda, Scope scope)
    {
        if (relation.HasFixedColumns) relation = MakeStep(relation, "ROWS");
        var body = ResultOf(lambda);
        var inner = Bind(lambda, scope, relation.Element);
        relation.Element = Eval(body, inner);
        return relation;
    }

    // All that was known, and one name more. A name that is read more than once becomes a column of a step; such names share one where they can.
    private Relation Let(Relation relation, IAnonymousFunctionOperation lambda, IAnonymousObjectCreationOperation let, Scope scope)
    {
        if (relation.HasFixedColumns) relation = MakeStep(relation, "ROWS_TO_NAME");
        var before = relation.Lets.Sum(l => Uses(l.Id));
        var (parts, named) = Names(lambda, let, scope, relation.Element);
        if (relation.Lets.Sum(l => Uses(l.Id)) > before)
        {
            relation = Settle(relation);
            (parts, named) = Names(lambda, let, scope, relation.Element);
        }

        relation.Element = new Composite(parts);
        relation.Lets.AddRange(named.Where(n => materialised.Contains(n.Id)));
        return relation;
    }

    private (Dictionary<string, Value> Parts, List<(int Id, string Name)> Named) Names(
        IAnonymousFunctionOperation lambda, IAnonymousObjectCreationOperation let, Scope scope, Value element)
    {
        var parts = new Dictionary<string, Value>(StringComparer.Ordinal);
        var named = new List<(int Id, string Name)>();
        var inner = Bind(lambda, scope, element);
        foreach (var initializer in let.Initializers.OfType<ISimpleAssignmentOperation>())
        {
            var name = ((IPropertyReferenceOperation)initializer.Target).Property.Name;
            var value = Value(initializer.Value, inner);
            var id = initializer.Value.Syntax.SpanStart;
            if (initializer.Value is not IParameterReferenceOperation && !IsTrivial(value))
            {
                named.Add((id, name));
                value = new NamedValue(value, id);
            }

            parts[name] = value;
        }

        return (parts, named);
    }

    private int Uses(int let) => uses.TryGetValue(let, out var count) ? count : 0;

    private Relation Settle(Relation relation) => relation.Lets.Count switch
    {
        0 => relation,
        1 or 2 => MakeStep(relation, "WITH_" + string.Join("_AND_", relation.Lets.Select(l => SqlName.Of(l.Name)))),
        _ => MakeStep(relation, NameOf(relation.From, "_WITH_VALUES")),
    };

    private Relation SelectMany(Relation relation, IAnonymousFunctionOperation inner, IAnonymousFunctionOperation result, Scope scope)
    {
        if (relation.IsLate) relation = MakeStep(relation, "ROWS_TO_JOIN");
        var other = Settle(Rows(ResultOf(inner), Bind(inner, scope, relation.Element)));
        if (!other.IsPlain && other.From is not FlattenSource) other = MakeStep(other, "ROWS_TO_CROSS");
        relation.Joins.Add(new(JoinKind.Cross, other.From!, null));
        if (other.Where is not null) relation.And(other.Where);
        relation.Element = Eval(ResultOf(result), Bind(result, scope, relation.Element, other.Element));
        return relation;
    }

    private Relation Join(Relation relation, IReadOnlyList<IOperation> arguments, Scope scope)
    {
        if (relation.IsLate) relation = MakeStep(relation, "ROWS_TO_JOIN");
        var optional = IsOptional(arguments[0]);
        var other = Settle(Rows(arguments[0], scope));

        // What is computed of a row that isn't there would not be null: it is computed before.
        if (!other.IsPlain || (optional && other.Element is not (RowValue or StepValue))) other = MakeStep(other, NameOf(other.From, "_TO_FIND"));
        var (outerKey, innerKey, result) = (Lambda(arguments[1]), Lambda(arguments[2]), Lambda(arguments[3]));
        var left = Key(ref relation, outerKey, scope);
        var right = Key(ref other, innerKey, scope);
        if (left.Count != right.Count) throw Cannot(innerKey, "the keys of the join have a different number of parts", "compare as many on both sides");

        relation.Joins.Add(new(optional ? JoinKind.Left : JoinKind.Inner, other.From!, Make.And(left.Zip(right, Make.Equal))));
        var element = !optional ? other.Element
            : other.Element is RowValue row ? new RowValue(row.Alias, row.Shape, optional: true)
            : new OptionalValue(other.Element, right[0]);
        relation.Element = Eval(ResultOf(result), Bind(result, scope, relation.Element, element));
        return relation;
    }

    private static bool IsOptional(IOperation operation) => operation switch
    {
        IArgumentOperation argument => IsOptional(argument.Value),
        IConversionOperation conversion => IsOptional(conversion.Operand),
        _ => operation.Type.Word() == "OptionalQuery",
    };

    private Relation GroupBy(Relation relation, IAnonymousFunctionOperation key, IAnonymousFunctionOperation? element, Scope scope)
    {
        if (relation.IsLate) relation = MakeStep(relation, "ROWS_TO_GROUP");
        var parts = Key(ref relation, key, scope);
        var value = Eval(ResultOf(key), Bind(key, scope, relation.Element));
        var row = element is null ? relation.Element : Eval(ResultOf(element), Bind(element, scope, relation.Element));
        relation.GroupBy.AddRange(parts.Where(p => p is not Literal));
        relation.IsGrouped = true;
        relation.OrderBy.Clear();
        relation.Element = new GroupValue(value, row);
        return relation;
    }

    private Relation OrderBy(Relation relation, IAnonymousFunctionOperation key, bool descending, bool isFirst, Scope scope)
    {
        if (relation.Take is not null || relation.Combined is not null || relation.Distinct) relation = MakeStep(relation, "ROWS_TO_ORDER");
        if (isFirst) relation.OrderBy.Clear();
        relation.OrderBy.AddRange(Key(ref relation, key, scope).Select(p => new Ordering(p, descending)));
        return relation;
    }

    private Relation Take(Relation relation, IOperation count)
    {
        if (relation.Take is not null || relation.Combined is not null) relation = MakeStep(relation, "ROWS_TO_TAKE");
        relation.Take = Convert.ToInt64(Constant(count), System.Globalization.CultureInfo.InvariantCulture);
        return relation;
    }

    private Relation Distinct(Relation relation)
    {
        if (relation.Take is not null || relation.Combined is not null || relation.Qualify is not null) relation = MakeStep(relation, "ROWS_TO_COMPARE");
        relation.Distinct = true;
        return relation;
    }

    private Relation Combine(SetOperator op, Relation left, Relation right, IOperation at)
    {
        var (columns, others) = (Columns(left.Element, at), Columns(right.Element, at));
        if (columns.Select(c => c.Name).Except(others.Select(c => c.Name)).Concat(others.Select(c => c.Name).Except(columns.Select(c => c.Name))).FirstOrDefault() is { } alone)
        {
            throw Cannot(at, $"only one of the two sides has a column {alone}", "set the same properties on both sides");
        }

        if (!columns.Select(c => c.Name).SequenceEqual(others.Select(c => c.Name)) && right.Combined is not null) right = MakeStep(right, "ROWS_TO_UNITE");
        others = Columns(right.Element, at);
        var pairs = columns.Select(c => (c.Property, c.Name, Left: c.Value, Right: others.First(o => o.Name == c.Name).Value)).ToList();
        var query = new SetQuery(op, Side(left, pairs.Select(p => (p.Name, p.Left)), at), Side(right, pairs.Select(p => (p.Name, p.Right)), at));

        // What the sides give under one name is one column from here on.
        Value United((string Property, string Name, Expression Left, Expression Right) p) =>
            new Scalar(new ColumnReference("", p.Name, Wider(p.Left.Type, p.Right.Type), p.Left.Nullable || p.Right.Nullable));
        Value element = pairs is [{ Property: "" } only] ? United(only) : new Composite(pairs.ToDictionary(p => p.Property, United, StringComparer.Ordinal));
        return new(null, element) { Combined = query };
    }

    private static Query Side(Relation side, IEnumerable<(string Name, Expression Value)> columns, IOperation at) => side switch
    {
        { Combined: { } combined } => combined,
        { OrderBy.Count: > 0, Take: null } => throw Cannot(at, "an order inside of a union has no meaning", "order the result"),
        _ => side.Select(columns.Select(c => new Projection(c.Name, c.Value)).ToEquatableArray()),
    };

    private Relation LatestBy(Relation relation, IAnonymousFunctionOperation key, IAnonymousFunctionOperation order, Scope scope)
    {
        if (relation.IsLate) relation = MakeStep(relation, "ROWS_TO_COMPARE");
        var partition = Key(ref relation, key, scope);
        var newest = Key(ref relation, order, scope).Select(o => new Ordering(o, Descending: true));
        relation.Qualify = Make.Equal(Make.RowNumber(partition, newest), Literal.Integer(1));
        return MakeStep(relation, "LATEST_" + NameOf(relation.From, ""));
    }

    private static string NameOf(Source? source, string suffix) => (source is null ? "ROWS" : SqlName.Of(source.Alias)) + suffix;

    // The parts of a key. What may reject the row is settled in a step of its own: a key can't.
    private IReadOnlyList<Expression> Key(ref Relation relation, IAnonymousFunctionOperation lambda, Scope scope)
    {
        var parts = Parts(Eval(ResultOf(lambda), Bind(lambda, scope, relation.Element)), lambda);
        if (!parts.Any(Finder<Rejectable>.IsIn)) return parts;

        relation = MakeStep(relation, "CHECKED_" + NameOf(relation.From, ""));
        parts = Parts(Eval(ResultOf(lambda), Bind(lambda, scope, relation.Element)), lambda);
        return parts.Any(Finder<Rejectable>.IsIn) ? throw Cannot(lambda, "a key can't reject a row", "put OrReject in a let before") : parts;
    }

    private Relation Window(Relation relation, IAnonymousFunctionOperation partition, IAnonymousFunctionOperation order, Scope scope)
    {
        if (relation.IsLate) relation = MakeStep(relation, "ROWS_TO_COMPARE");
        var by = Key(ref relation, partition, scope).Where(p => p is not Literal).ToList();
        var ordering = Key(ref relation, order, scope).Select(o => new Ordering(o)).ToList();
        relation.Element = new WindowValue(relation.Element, by, ordering);

        // A window sees the rows as they are here: what is joined or filtered later is another SELECT.
        return MakeStep(relation, NameOf(relation.From, "_WINDOW"));
    }

    private Relation AsOf(Relation relation, IOperation at, Scope scope, IOperation call)
    {
        if (relation.Element is not RowValue row || row.Shape.Columns.FirstOrDefault(c => (c.Roles & ColumnRoles.ValidFrom) != 0) is not { } from
            || row.Shape.Columns.FirstOrDefault(c => (c.Roles & ColumnRoles.ValidTo) != 0) is not { } to)
        {
            throw Cannot(call, "AsOf needs a dimension with history", "declare it with Scd.Type2, [ValidFrom] and [ValidTo]");
        }

        var time = Expression(at, scope);
        relation.And(Make.Compare(BinaryOperator.LessOrEqual, Make.Column(row.Alias, from), time));
        relation.And(Make.Or(Make.IsNull(Make.Column(row.Alias, to)), Make.Compare(BinaryOperator.GreaterThan, Make.Column(row.Alias, to), time)));
        return relation;
    }

    private Relation Flatten(IInvocationOperation call, Scope scope)
    {
        var argument = call.Arguments[0].Value;
        if (Resolve(Eval(argument, scope)) is not JsonValue json) throw Cannot(argument, "this is no array of a JSON document", "flatten a list of a document's shape");
        var alias = Alias("element");
        return new(new FlattenSource(alias, json.As(SqlType.Variant)), new JsonValue(new ColumnReference(alias, "VALUE", SqlType.Variant, true), []));
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
            : throw Cannot(lambda, "a lambda with statements can't be translated to SQL", "write one expression");

    private static Scope Bind(IAnonymousFunctionOperation lambda, Scope outer, params Value[] values)
    {
        var scope = new Scope(outer);
        for (var i = 0; i < values.Length && i < lambda.Symbol.Parameters.Length; i++) scope[lambda.Symbol.Parameters[i]] = values[i];
        return scope;
    }
}
