using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Pipeline.Catalog;

namespace Pipeline.Generators.Reading.Queries;

/// <summary>Operators over one set of rows: filters, names, orders, and which rows remain.</summary>
internal sealed partial class QueryTranslator
{
    private Relation Where(Relation relation, IAnonymousFunctionOperation lambda, Scope scope)
    {
        if (relation.IsLate && !relation.IsGrouped) relation = MakeStep(relation, "ROWS_TO_FILTER");
        var filtered = relation;
        var predicate = Attempt(() => Filter(filtered, lambda, scope), Make.True);
        known.AddRange(Facts.Of(predicate));
        if (predicate == Make.True) return relation;
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
            var value = Attempt(() => Value(initializer.Value, inner), BrokenValue.Instance);
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

    private Relation OrderBy(Relation relation, IAnonymousFunctionOperation key, bool descending, bool isFirst, Scope scope)
    {
        if (relation.Take is not null || relation.Skip is not null || relation.Combined is not null || relation.Distinct) relation = MakeStep(relation, "ROWS_TO_ORDER");
        var before = isFirst ? [] : relation.OrderBy.ToEquatableArray();
        var outer = relation;
        var orderings = Orderings(ref relation, key, descending, scope);

        // A key that asked for a step of its own leaves what came before it in that step.
        if (relation != outer && before.Count > 0) throw Cannot(key, "this key needs a step of its own, and another order comes before it", "name it with 'let' or 'select' first, and order by that");
        relation.OrderBy.Clear();
        relation.OrderBy.AddRange(before.Concat(orderings));
        return relation;
    }

    private EquatableArray<Ordering> Orderings(ref Relation relation, IAnonymousFunctionOperation key, bool descending, Scope scope)
    {
        var orderings = Orderings(ResultOf(key), Bind(key, scope, relation.Element), descending);
        if (orderings.Any(o => HasSubquery(o.Value)))
        {
            relation = MakeStep(relation, NameOf(relation.From, "_WITH_KEYS"));
            var step = (StepValue)relation.Element;
            return orderings.Select(o => o with { Value = step.Step.Column(step.Alias, o.Value is ColumnReference column ? column.Column : KeyName(ResultOf(key)), o.Value) }).ToEquatableArray();
        }

        if (!orderings.Any(o => Finder<Rejectable>.IsIn(o.Value))) return orderings;

        relation = MakeStep(relation, "CHECKED_" + NameOf(relation.From, ""));
        orderings = Orderings(ResultOf(key), Bind(key, scope, relation.Element), descending);
        return orderings.Any(o => Finder<Rejectable>.IsIn(o.Value)) ? throw Cannot(key, "a key can't reject a row", "put OrReject in a let before") : orderings;
    }

    // Each part orders as its C# type does: an enum by its numbers.
    private EquatableArray<Ordering> Orderings(IOperation key, Scope scope, bool descending)
    {
        var operation = Unwrap(key);
        if (operation is ITupleOperation tuple) return tuple.Elements.SelectMany(e => Orderings(e, scope, descending)).ToEquatableArray();
        if (operation is IInvocationOperation call && call.TargetMethod.Name is "NullsFirst" or "NullsLast" && call.TargetMethod.ContainingType.Word() == "Sql")
        {
            var place = call.TargetMethod.Name == "NullsFirst" ? NullPlace.First : NullPlace.Last;
            return Orderings(call.Arguments[0].Value, scope, descending).Select(o => o with { Nulls = place }).ToEquatableArray();
        }

        var parts = Parts(Value(operation, scope), operation);
        return parts.Select(p => new Ordering(parts.Count == 1 && OwnEnum(operation.Type) is { } values ? NumberOf(p, values) : p, descending)).ToEquatableArray();
    }

    private Relation Skip(Relation relation, IOperation count)
    {
        if (relation.Take is not null || relation.Skip is not null || relation.Combined is not null) relation = MakeStep(relation, "ROWS_TO_SKIP");
        relation.Skip = CountOf(count);
        return relation;
    }

    private Relation Take(Relation relation, IOperation count)
    {
        if (relation.Take is not null || relation.Combined is not null) relation = MakeStep(relation, "ROWS_TO_TAKE");
        relation.Take = CountOf(count);
        return relation;
    }

    private static long CountOf(IOperation count) => Convert.ToInt64(Constant(count), System.Globalization.CultureInfo.InvariantCulture) is >= 0 and var known
        ? known
        : throw Cannot(count, "there is no negative number of rows", "give 0 or more");

    private Relation Distinct(Relation relation)
    {
        if (relation.Take is not null || relation.Skip is not null || relation.Combined is not null || relation.Qualify is not null || relation.IsGrouped) relation = MakeStep(relation, "ROWS_TO_COMPARE");
        relation.Distinct = true;
        relation.OrderBy.Clear();
        return relation;
    }

    private Relation LatestBy(Relation relation, IAnonymousFunctionOperation key, IAnonymousFunctionOperation order, Scope scope)
    {
        if (relation.IsLate) relation = MakeStep(relation, "ROWS_TO_COMPARE");
        var partition = Key(ref relation, key, scope);
        var newest = Orderings(ref relation, order, descending: true, scope);
        relation.Qualify = Make.Equal(Make.RowNumber(partition, newest), Literal.Integer(1));
        return MakeStep(relation, "LATEST_" + NameOf(relation.From, ""));
    }

    private static string NameOf(Source? source, string suffix) => (source is null ? "ROWS" : SqlName.Of(source.Alias)) + suffix;

    private IReadOnlyList<Expression> Key(ref Relation relation, IAnonymousFunctionOperation lambda, Scope scope) => Key(ref relation, lambda, scope, out _);

    // The parts of a key. What may reject the row, or is a subquery, is settled in a step of its own: a key can't.
    private IReadOnlyList<Expression> Key(ref Relation relation, IAnonymousFunctionOperation lambda, Scope scope, out Value value)
    {
        value = Eval(ResultOf(lambda), Bind(lambda, scope, relation.Element));
        var parts = Parts(value, lambda);
        if (parts.Any(HasSubquery))
        {
            relation = MakeStep(relation, NameOf(relation.From, "_WITH_KEYS"));
            var step = (StepValue)relation.Element;
            value = new StepValue(value, step.Step, step.Alias, KeyName(ResultOf(lambda)));
            parts = Parts(value, lambda);
        }

        if (!parts.Any(Finder<Rejectable>.IsIn)) return parts;

        relation = MakeStep(relation, "CHECKED_" + NameOf(relation.From, ""));
        value = Eval(ResultOf(lambda), Bind(lambda, scope, relation.Element));
        parts = Parts(value, lambda);
        return parts.Any(Finder<Rejectable>.IsIn) ? throw Cannot(lambda, "a key can't reject a row", "put OrReject in a let before") : parts;
    }

    // Neither engine takes a subquery that refers to its row as a key or an order.
    private static bool HasSubquery(Expression expression) => Finder<ScalarSubquery>.IsIn(expression) || Finder<ExistsExpression>.IsIn(expression);

    private static string KeyName(IOperation key) => Unwrap(key) switch
    {
        IInvocationOperation call => SqlName.Of(call.TargetMethod.Name),
        IPropertyReferenceOperation property => SqlName.Of(property.Property.Name),
        _ => "KEY",
    };
}
