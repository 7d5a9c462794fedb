using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Pipeline.Catalog;
using Pipeline.Generators.Rules;

namespace Pipeline.Generators.Reading.Queries;

/// <summary>Policies: methods over columns of a row and over who reads; and rows that a model declares.</summary>
internal sealed partial class QueryTranslator
{
    private bool isPolicy;

    /// <summary>The body of a policy, and what it takes: each parameter that is no table.</summary>
    public static ReadPolicy Policy(IMethodSymbol method, bool isCondition, Compilation compilation, TableShapes shapes, CancellationToken cancellation)
    {
        var translator = new QueryTranslator(compilation, shapes, [], cancellation) { isPolicy = true };
        return Sound(translator, t => t.PolicyOf(method, isCondition));
    }

    /// <summary>The rows that a method without parameters writes out.</summary>
    public static ValuesSource Rows(IMethodSymbol method, TableShape target, Compilation compilation, TableShapes shapes, CancellationToken cancellation)
    {
        var translator = new QueryTranslator(compilation, shapes, [], cancellation);
        return Sound(translator, t => t.RowsOf(method, target));
    }

    private ReadPolicy PolicyOf(IMethodSymbol method, bool isCondition)
    {
        var scope = new Scope();
        var arguments = new List<PolicyArgument>();
        foreach (var parameter in method.Parameters)
        {
            if (ColumnTypes.Of(parameter.Type) is not { } type)
            {
                scope[parameter] = Parameter(parameter);
                continue;
            }

            // A column of a table that the policy looks into would win over an argument of its name.
            var argument = new PolicyArgument("ARG_" + SqlName.Of(parameter.Name), type);
            arguments.Add(argument);
            scope[parameter] = new Scalar(new ColumnReference("", argument.Name, type, ColumnTypes.IsNullable(parameter.Type)));
        }

        if (arguments.Count == 0) throw new UntranslatableException($"'{method.ContainingType.Name}.{method.Name}' takes no column, and a policy decides by one; give it a parameter", Location(method));
        var body = Body(method, scope);
        return new(arguments.ToEquatableArray(), isCondition ? Condition(body, scope, filter: false) : Expression(body, scope));
    }

    private Expression OfSession(IInvocationOperation call, Scope scope)
    {
        if (!isPolicy) throw Cannot(call, $"'Sql.{call.TargetMethod.Name}' depends on who reads", "say who sees what in a policy: [RowAccessPolicy<>] or [MaskingPolicy<>]");
        if (call.TargetMethod.Name == "CurrentUser") return new FunctionCall("CurrentUser", [], SqlType.Text, Nullable: false);
        if (call.TargetMethod.TypeArguments is [var type])
        {
            return type is INamedTypeSymbol named && KindNames.KindWord(named) == "Role" && KindNames.Of(named) is { } name
                ? IsRole(Literal.Text(name.Name))
                : throw Cannot(call, $"'{type.Name}' is no role of the model", "name a class with [Role]");
        }

        var role = Expression(call.Arguments[0].Value, scope);
        return role is Literal or ColumnReference
            ? IsRole(role)
            : throw Cannot(call, "the role is computed", "Snowflake takes a constant or a column; keep the role's name in a column");
    }

    private static FunctionCall IsRole(Expression role) => new("IsRoleInSession", [role], SqlType.Boolean, Nullable: false);

    private ValuesSource RowsOf(IMethodSymbol method, TableShape target)
    {
        var body = Body(method);
        if (Elements(body) is not { Count: > 0 } elements) throw Cannot(body, "these rows can't be read", "write them out: [new() { .. }, new() { .. }]");

        var rows = elements.Select(e => (At: e, Row: Eval(Unwrap(e), new Scope()) as Composite ?? throw Cannot(e, "this is no new row", "write new() { .. }"))).ToList();
        var columns = target.Columns.Where(c => rows.Any(r => r.Row.Parts.ContainsKey(c.Property)) || (!c.Nullable && !IsGenerated(c))).ToList();
        var declared = rows.Select(r => new ValuesRow(columns.Select(c => ValueOf(r.Row, c, target, r.At)).ToEquatableArray())).ToEquatableArray();
        HaveKeysOfTheirOwn(target.Type.Name, columns, declared, [.. rows.Select(r => r.At)]);
        return new("rows", columns.Select(c => c.Name).ToEquatableArray(), declared);
    }

    // No database keeps two rows of one key apart, and whatever looks the key up finds both.
    private static void HaveKeysOfTheirOwn(string table, IReadOnlyList<Column> columns, EquatableArray<ValuesRow> rows, IReadOnlyList<IOperation> places)
    {
        var key = columns.Select((c, i) => (Column: c, Index: i)).Where(c => (c.Column.Roles & ColumnRoles.BusinessKey) != 0).ToList();
        var seen = new HashSet<EquatableArray<Expression>>();
        foreach (var (row, place) in rows.Zip(places, (r, p) => (r, p)))
        {
            if (key.Count == 0 || seen.Add(key.Select(k => row.Values[k.Index]).ToEquatableArray())) continue;
            var named = string.Join(", ", key.Select(k => $"{k.Column.Property} = {(row.Values[k.Index] is Literal { Value: { } value } ? value : "..")}"));
            throw new UntranslatableException(RuleIds.DeclaredRowsDiffer, $"'{table}' has two rows with {named}, and its [BusinessKey] is to find one; remove one of them, or give it another key", place.Syntax.GetLocation());
        }
    }

    private static Location? PlaceIn(Composite row, Column column) => row.Places is { } places && places.TryGetValue(column.Property, out var place) ? place : null;

    private Expression ValueOf(Composite row, Column column, TableShape target, IOperation at) => row.Parts.TryGetValue(column.Property, out var part)
        ? Assign(ToExpression(part, at), column, target, PlaceIn(row, column) ?? at.Syntax.GetLocation())
        : column.Nullable ? Literal.Null(column.Type) : throw Cannot(at, $"'{column.Property}' has no value in this row", "set it in each row");
}
