using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Pipeline.Catalog;

namespace Pipeline.Generators.Reading.Queries;

/// <summary>Rows that no table has: elements of arrays, series, columns as rows.</summary>
internal sealed partial class QueryTranslator
{
    private Relation SqlRows(IInvocationOperation call, Scope scope) => call.TargetMethod.Name switch
    {
        "Flatten" => Flatten(call, scope),
        "Numbers" => Numbers(call),
        "Days" => Days(call),
        "Unpivot" => Unpivot(call, scope),
        _ => throw Cannot(call, $"'Sql.{call.TargetMethod.Name}' gives no rows in SQL", "use Flatten, Numbers, Days or Unpivot"),
    };

    private Relation Flatten(IInvocationOperation call, Scope scope)
    {
        var argument = call.Arguments[0].Value;
        if (Resolve(Eval(argument, scope)) is not JsonValue json) throw Cannot(argument, "this is no array of a JSON document", "flatten a list of a document's shape");
        var alias = Alias("element");
        var element = new JsonValue(new ColumnReference(alias, "VALUE", SqlType.Variant, true), []);
        var type = ((INamedTypeSymbol)call.Type!).TypeArguments[0];
        return new(new FlattenSource(alias, json.As(SqlType.Variant)), Out(element, type));
    }

    private Relation Numbers(IInvocationOperation call)
    {
        var (first, count) = (Whole(call, 0), Whole(call, 1));
        if (count < 1) throw Cannot(call.Arguments[1], "these are no numbers at all", "ask for one at least");
        var alias = Alias("numbers");
        return new(new NumbersSource(alias, first, count), new Scalar(new ColumnReference(alias, "NUMBER", SqlType.Int64, false)));
    }

    private Relation Days(IInvocationOperation call)
    {
        string Day(int index) => Eval(ArgumentAt(call, index), new Scope()) is Scalar { Expression: Literal { Value: { } day, Type.Kind: SqlTypeKind.Date } }
            ? day
            : throw Cannot(ArgumentAt(call, index), "the ends of a series must be known when the model is built", "write new DateOnly(..) with constants, and filter with 'where'");
        var (first, last) = (Day(0), Day(1));
        if (string.CompareOrdinal(first, last) > 0) throw Cannot(call, "the first day comes after the last", "turn them round");
        var alias = Alias("days");
        return new(new DaysSource(alias, first, last), new Scalar(new ColumnReference(alias, "DAY", SqlType.Date, false)));
    }

    // One row per part: what is the same for all rows stands in VALUES, what depends on the row is chosen by the part's number.
    private Relation Unpivot(IInvocationOperation call, Scope scope)
    {
        if (Elements(ArgumentAt(call, 0)) is not { Count: > 0 } elements) throw Cannot(call, "the parts must be written here", "write Sql.Unpivot((Name: .., Value: ..), (.., ..))");
        var alias = Alias("part");
        var parts = elements.Select(e => Columns(Eval(e, scope), e)).ToList();
        var (names, values, members) = (new List<string>(), elements.Select(_ => new List<Expression>()).ToList(), new Dictionary<string, Value>(StringComparer.Ordinal));
        var number = new ColumnReference(alias, "PART", SqlType.Int32, false);
        var needsNumber = Enumerable.Range(0, parts[0].Count).Any(c => !parts.All(p => p[c].Value is Literal { Value: not null }));
        if (needsNumber)
        {
            names.Add(number.Column);
            for (var i = 0; i < values.Count; i++) values[i].Add(Literal.Integer(i + 1) with { Type = SqlType.Int32 });
        }

        for (var c = 0; c < parts[0].Count; c++)
        {
            var (property, name, _) = parts[0][c];
            var given = parts.Select(p => p[c].Value).ToList();
            var type = given.Select(g => g.Type).Aggregate(Wider);
            if (given.All(g => g is Literal { Value: not null }))
            {
                names.Add(name);
                for (var i = 0; i < values.Count; i++) values[i].Add(given[i]);
                members[property] = new Scalar(new ColumnReference(alias, name, type, false));
            }
            else
            {
                var branches = given.Select((g, i) => new CaseBranch(Make.Equal(number, Literal.Integer(i + 1) with { Type = SqlType.Int32 }), g)).ToList();
                var otherwise = given[given.Count - 1];
                branches.RemoveAt(branches.Count - 1);
                members[property] = new Scalar(branches.Count == 0 ? otherwise : Make.Case(branches, otherwise, type));
            }
        }

        var source = new ValuesSource(alias, names.ToEquatableArray(), values.Select(v => new ValuesRow(v.ToEquatableArray())).ToEquatableArray());
        return new(source, members.TryGetValue("", out var only) ? only : new Composite(members));
    }

    // Whether a value is in a list that stands in the code; null for any other call.
    private Expression? ListCall(IInvocationOperation call, Scope scope)
    {
        if (call.TargetMethod.Name != "Contains" || IsRows(call.TargetMethod.ContainingType)) return null;
        var arguments = call.Arguments.OrderBy(a => a.Parameter!.Ordinal).Select(a => a.Value).ToList();
        var list = call.Instance ?? arguments[0];
        if (call.Instance is null) arguments.RemoveAt(0);
        if (arguments.Count != 1 && !arguments.Skip(1).All(a => IsNullLiteral(a)) || Elements(list) is not { } elements) return null;

        var value = Expression(arguments[0], scope);
        var values = elements.Select(e => Expression(e, scope)).ToList();
        var known = values.Where(v => v is not Literal { Value: null }).ToEquatableArray();
        var listed = known.Count == 0 ? Make.False : Defined(new InExpression(value, known, Negated: false), filter: false);
        return values.Count > known.Count && value.Nullable ? Either(listed, Make.IsNull(value)) : listed;
    }

    // The elements of a list that stands in the code, or of a static readonly one; null for any other.
    private IReadOnlyList<IOperation>? Elements(IOperation list) => Unwrap(list) switch
    {
        IArrayCreationOperation { Initializer: { } initializer } => initializer.ElementValues,
        ICollectionExpressionOperation collection when !collection.Elements.Any(e => e is ISpreadOperation) => collection.Elements,
        IFieldReferenceOperation { Field: { IsStatic: true, IsReadOnly: true } field } when Initializer(field) is { } initializer => Elements(initializer),
        IObjectCreationOperation { Initializer: { } initializer } when initializer.Initializers.All(i => i is IInvocationOperation { TargetMethod.Name: "Add", Arguments.Length: 1 }) =>
            [.. initializer.Initializers.Cast<IInvocationOperation>().Select(i => i.Arguments[0].Value)],
        IInvocationOperation { TargetMethod.Name: "AsSpan", Arguments: [var span] } => Elements(span.Value),
        _ => null,
    };

    private static IOperation ArgumentAt(IInvocationOperation call, int ordinal) => call.Arguments.First(a => a.Parameter!.Ordinal == ordinal).Value;

    private static long Whole(IInvocationOperation call, int ordinal) => Convert.ToInt64(Constant(ArgumentAt(call, ordinal)), CultureInfo.InvariantCulture);
}
