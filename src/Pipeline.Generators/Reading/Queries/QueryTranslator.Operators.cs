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
            "Concat" => Combine(SetOperator.UnionAll, relation, Rows(arguments[0], scope), call),
            "Union" => Combine(SetOperator.Union, relation, Rows(arguments[0], scope), call),
            "Except" => Combine(SetOperator.Except, relation, Rows(arguments[0], scope), call),
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
        var key = (method.OriginalDefinition, string.Join("|", call.Arguments.Select(a => a.Value.Syntax.ToString())));
        if (!called.TryGetValue(key, out var made))
        {
            var inner = new Scope();
            foreach (var argument in call.Arguments)
            {
                inner[argument.Parameter!] = IsRows(argument.Parameter!.Type) ? new QueryValue(() => Rows(argument.Value, scope)) : Eval(argument.Value, scope);
            }

            var relation = Rows(Body(method, inner), inner);
            made = (NewStep(relation, SqlName.Of(method.Name)), relation.Element);
            called[key] = made;
        }

        depth--;
        return Read(made.Step, made.Element);
    }

    private Relation Where(Relation relation, IAnonymousFunctionOperation lambda, Scope scope)
    {
        if (relation.IsLate && !relation.IsGrouped) relation = MakeStep(relation, "ROWS_TO_FILTER");
        var predicate = Filter(relation, lambda, scope);
        if (ContainsWindow(predicate))
        {
            relation = MakeStep(relation, "WINDOWED");
            predicate = Filter(relation, lambda, scope);
        }

        if (relation.IsGrouped) relation.Having = relation.Having is null ? predicate : Make.And(relation.Having, predicate);
        else relation.And(predicate);
        return relation;
    }

    private Expression Filter(Relation relation, IAnonymousFunctionOperation lambda, Scope scope) =>
        Condition(ResultOf(lambda), Bind(lambda, scope, relation.Element), filter: true);

    private Relation Select(Relation relation, IAnonymousFunctionOperation lambda, Scope scope)
    {
        if (relation.Distinct || relation.Combined is not null) relation = MakeStep(relation, "DISTINCT_ROWS");
        var body = ResultOf(lambda);
        var inner = Bind(lambda, scope, relation.Element);
        if (body is not IAnonymousObjectCreationOperation { IsImplicit: true } let)
        {
            relation.Element = Eval(body, inner);
            return relation;
        }

        // A let: all that was known, and one name more.
        var parts = new Dictionary<string, Value>(StringComparer.Ordinal);
        var name = "";
        var isRepeated = false;
        foreach (var initializer in let.Initializers.OfType<ISimpleAssignmentOperation>())
        {
            name = ((IPropertyReferenceOperation)initializer.Target).Property.Name;
            var value = Eval(initializer.Value, inner);
            var id = initializer.Value.Syntax.SpanStart;
            if (initializer.Value is not IParameterReferenceOperation && !IsTrivial(value))
            {
                isRepeated |= materialised.Contains(id);
                value = new NamedValue(value, id);
            }

            parts[name] = value;
        }

        relation.Element = new Composite(parts);
        return isRepeated ? MakeStep(relation, "WITH_" + SqlName.Of(name)) : relation;
    }

    private Relation SelectMany(Relation relation, IAnonymousFunctionOperation inner, IAnonymousFunctionOperation result, Scope scope)
    {
        if (relation.IsLate) relation = MakeStep(relation, "ROWS_TO_JOIN");
        var other = Rows(ResultOf(inner), Bind(inner, scope, relation.Element));
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
        var other = Rows(arguments[0], scope);
        if (!other.IsPlain) other = MakeStep(other, "ROWS_TO_FIND");
        var (outerKey, innerKey, result) = (Lambda(arguments[1]), Lambda(arguments[2]), Lambda(arguments[3]));
        var left = Parts(Eval(ResultOf(outerKey), Bind(outerKey, scope, relation.Element)), outerKey);
        var right = Parts(Eval(ResultOf(innerKey), Bind(innerKey, scope, other.Element)), innerKey);
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
        var value = Eval(ResultOf(key), Bind(key, scope, relation.Element));
        if (Parts(value, key).Any(ContainsWindow))
        {
            relation = MakeStep(relation, "WINDOWED");
            value = Eval(ResultOf(key), Bind(key, scope, relation.Element));
        }

        var row = element is null ? relation.Element : Eval(ResultOf(element), Bind(element, scope, relation.Element));
        relation.GroupBy.AddRange(Parts(value, key).Where(p => p is not Literal));
        relation.IsGrouped = true;
        relation.OrderBy.Clear();
        relation.Element = new GroupValue(value, row);
        return relation;
    }

    private Relation OrderBy(Relation relation, IAnonymousFunctionOperation key, bool descending, bool isFirst, Scope scope)
    {
        if (relation.Take is not null || relation.Combined is not null || relation.Distinct) relation = MakeStep(relation, "ROWS_TO_ORDER");
        if (isFirst) relation.OrderBy.Clear();
        relation.OrderBy.AddRange(Parts(Eval(ResultOf(key), Bind(key, scope, relation.Element)), key).Select(p => new Ordering(p, descending)));
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
        var columns = SetColumns(left.Element, at);
        var query = new SetQuery(op, Side(left, columns, at), Side(right, SetColumns(right.Element, at), at));
        return new(null, left.Element) { Combined = query };
    }

    private static Query Side(Relation side, IReadOnlyList<(string Name, Expression Value)> columns, IOperation at) => side switch
    {
        { Combined: { } combined } => combined,
        { OrderBy.Count: > 0, Take: null } => throw Cannot(at, "an order inside of a union has no meaning", "order the result"),
        _ => side.Select(columns.Select(c => new Projection(c.Name, c.Value)).ToEquatableArray()),
    };

    private Relation LatestBy(Relation relation, IAnonymousFunctionOperation key, IAnonymousFunctionOperation order, Scope scope)
    {
        if (relation.IsLate) relation = MakeStep(relation, "ROWS_TO_COMPARE");
        var partition = Parts(Eval(ResultOf(key), Bind(key, scope, relation.Element)), key);
        var newest = Parts(Eval(ResultOf(order), Bind(order, scope, relation.Element)), order).Select(o => new Ordering(o, Descending: true));
        relation.Qualify = Make.Equal(Make.RowNumber(partition, newest), Literal.Integer(1));
        return MakeStep(relation, "LATEST_" + (relation.From is { Alias: var alias } ? SqlName.Of(alias) : "ROWS"));
    }

    private Relation Window(Relation relation, IAnonymousFunctionOperation partition, IAnonymousFunctionOperation order, Scope scope)
    {
        if (relation.IsLate || HasWindow(relation.Element)) relation = MakeStep(relation, "ROWS_IN_WINDOW");
        var by = Parts(Eval(ResultOf(partition), Bind(partition, scope, relation.Element)), partition).Where(p => p is not Literal).ToList();
        var ordering = Parts(Eval(ResultOf(order), Bind(order, scope, relation.Element)), order).Select(o => new Ordering(o)).ToList();
        relation.Element = new WindowValue(relation.Element, by, ordering);
        return relation;
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
