using Microsoft.CodeAnalysis;
using Pipeline.Catalog;

namespace Pipeline.Generators.Reading.Queries;

/// <summary>What values are made of: their members, their scalars, whether they are there.</summary>
internal sealed partial class QueryTranslator
{
    // What a name or a step stands for in the end.
    private Value Resolve(Value value)
    {
        switch (value)
        {
            case BrokenValue:
                hasMetBroken = true;
                return value;
            case NamedValue named:
                uses[named.Id] = uses.TryGetValue(named.Id, out var count) ? count + 1 : 1;
                return Resolve(named.Inner);
            case StepValue step:
                return Quietly(step.Inner) switch
                {
                    BrokenValue broken => Resolve(broken),
                    Scalar scalar => new Scalar(step.Step.Column(step.Alias, step.Name, Facts.Apply(scalar.Expression, known))),
                    JsonValue json => new JsonValue(step.Step.Column(step.Alias, step.Name, json.As(SqlType.Variant)), []),
                    OptionalValue optional => new OptionalValue(
                        new StepValue(optional.Inner, step.Step, step.Alias, step.Name), step.Step.Column(step.Alias, step.Name + "_FOUND", optional.Marker)),
                    // A step over a step: what the inner one gives as a value, the outer one passes on.
                    StepValue inner when Resolve(inner) is var given and not StepValue => Resolve(new StepValue(given, step.Step, step.Alias, inner.Name)),
                    _ => step,
                };
            default:
                return value;
        }
    }

    // Inside of a step a name has done its work: it is a column there.
    private static Value Quietly(Value value) => value is NamedValue named ? Quietly(named.Inner) : value;

    private Value? Member(Value target, string member, ITypeSymbol? type, Location location, string? field = null)
    {
        switch (Resolve(target))
        {
            case RowValue row:
                if (row.Shape.ByProperty(member) is not { } column) return null;
                var reference = new ColumnReference(row.Alias, column.Name, column.Type, column.Nullable || (row.IsOptional && !IsKnown(Missing(row, null!))));
                return column.Type.Kind == SqlTypeKind.Variant ? new JsonValue(reference, []) : new Scalar(reference);
            case Composite composite:
                return composite.Parts.TryGetValue(member, out var part) ? part : null;
            case StepValue { Inner: NeighbourValue near } step when step.Step.Find(step.Alias, Beside(near, Literal.Integer(1))) is { } marker && IsKnown(marker):
                return Member(near, member, type, location, field) is { } there
                    && Resolve(new StepValue(there, step.Step, step.Alias, NameOf(there, member))) is Scalar { Expression: ColumnReference carried }
                        ? new Scalar(carried with { Nullable = Member(near.Row, member, type, location, field) is { } own && ToExpression(own, null).Nullable })
                        : null;
            case StepValue step:
                return Quietly(step.Inner) is BrokenValue ? Resolve(Quietly(step.Inner)) : Member(Quietly(step.Inner), member, type, location, field) is { } inner
                    ? new StepValue(inner, step.Step, step.Alias, Quietly(step.Inner) is Composite ? SqlName.Of(member) : NameOf(inner, member)) : null;
            case OptionalValue optional:
                return Member(optional.Inner, member, type, location, field) is { } found ? (IsKnown(optional.Marker) ? found : Nullable(found)) : null;
            case BrokenValue broken:
                return broken;
            case GroupValue group when member == "Key":
                return group.Key;
            case PivotValue pivot when member == "Key":
                return pivot.Key;
            case WindowValue window:
                return WindowMember(window, member);
            case FirstValue first:
                return Member(first.Rows.Element, member, type, location, field) is { } ofFirst ? new Scalar(FirstOf(first, ToExpression(ofFirst, null))) : null;
            case NeighbourValue neighbour:
                return Member(neighbour.Row, member, type, location, field) is { } beside
                    ? new Scalar(Beside(neighbour, ToExpression(beside, null)))
                    : null;
            case ChangeValue change:
                return member switch
                {
                    "Row" => change.Row,
                    "Action" => new Scalar(new ColumnReference(change.Row.Alias, "METADATA$ACTION", SqlType.Text, false)),
                    "IsUpdate" => new Scalar(new ColumnReference(change.Row.Alias, "METADATA$ISUPDATE", SqlType.Boolean, false)),
                    "RowId" => new Scalar(new ColumnReference(change.Row.Alias, "METADATA$ROW_ID", SqlType.Text, false)),
                    _ => null,
                };
            case BatchValue:
                return member switch
                {
                    "Id" => new Scalar(LoadVariables.RunId),
                    "ScheduledAt" => new Scalar(LoadVariables.ScheduledAt),
                    "Day" => new Scalar(new CastExpression(LoadVariables.ScheduledAt, SqlType.Date)),
                    _ => null,
                };
            case JsonValue json when member == "Count" || member == "Length":
                return new Scalar(new FunctionCall("ArraySize", [json.As(SqlType.Variant)], SqlType.Int32, true));
            case JsonValue json when type is not null:
                return Out(json.Step(new(field ?? member, 0)), type);
            default:
                return null;
        }
    }

    private bool IsKnown(Expression? marker) => marker is not null && known.Any(k => k.Equals(marker)
        || (k is ColumnReference a && marker is ColumnReference b && a.Source == b.Source && a.Column == b.Column));

    // A member whose type a column can have is taken out as that type; a deeper shape is gone into further.
    private static Value Out(JsonValue json, ITypeSymbol type) =>
        ColumnTypes.Of(type) is { Kind: not SqlTypeKind.Variant } sql ? new Scalar(json.As(sql)) : json;

    private Value Nullable(Value value) => Resolve(value) switch
    {
        Scalar { Expression: ColumnReference column } => new Scalar(column with { Nullable = true }),
        RowValue row => new RowValue(row.Alias, row.Shape, optional: true),
        var other => other,
    };

    private static string NameOf(Value value, string member) => Quietly(value) switch
    {
        Scalar { Expression: ColumnReference column } => column.Column,
        Scalar { Expression: WindowCall { Function: "Lag" } lag } => "PREVIOUS_" + Distance(lag) + SqlName.Of(member),
        Scalar { Expression: WindowCall { Function: "Lead" } lead } => "NEXT_" + Distance(lead) + SqlName.Of(member),
        Scalar { Expression: WindowCall { Function: "FirstValue" } } => "FIRST_" + SqlName.Of(member),
        Scalar { Expression: WindowCall { Function: "NthValue" } nth } => "NTH_" + Distance(nth) + SqlName.Of(member),
        Scalar { Expression: WindowCall { Function: "LastValue" } } => "LAST_" + SqlName.Of(member),
        _ => SqlName.Of(member),
    };

    private static string Distance(WindowCall neighbour) => neighbour.Arguments is [_, Literal { Value: { } places }] ? places + "_" : "";

    // The place is where the value stands or, of what the outermost row is made of, the column that it is for.
    private Expression ToExpression(Value value, Microsoft.CodeAnalysis.IOperation? at, (string Name, Microsoft.CodeAnalysis.Location Place)? column = null)
    {
        switch (Resolve(value))
        {
            case Scalar scalar: return Facts.Apply(scalar.Expression, known);
            case JsonValue json: return json.As(SqlType.Variant);
            case var other:
                var what = other switch
                {
                    RowValue or StepValue or OptionalValue => "a whole row is no value",
                    Composite => "a composite is no value",
                    QueryValue => "rows are no value",
                    GroupValue or PivotValue => "a group is no value",
                    PlacedValue => "where nulls go is no value",
                    FirstValue => "a whole row is no value",
                    _ => "this is no value",
                };
                throw new UntranslatableException($"'{(at is null ? column?.Name : Code(at.Syntax))}': {what}; name the column", at?.Syntax.GetLocation() ?? column?.Place ?? Microsoft.CodeAnalysis.Location.None);
        }
    }

    // The parts of a key: those of a tuple or an anonymous object in turn.
    private IReadOnlyList<Expression> Parts(Value value, IOperation at) => Resolve(value) switch
    {
        Composite composite => [.. composite.Parts.Values.SelectMany(p => Parts(p, at))],
        StepValue { Inner: var inner } step when Quietly(inner) is Composite composite =>
            [.. composite.Parts.SelectMany(p => Parts(new StepValue(p.Value, step.Step, step.Alias, NameOf(p.Value, p.Key)), at))],
        StepValue { Inner: StepValue inner } step => [.. Parts(inner, at).Select(e => ToExpression(new StepValue(new Scalar(e), step.Step, step.Alias, NameOf(new Scalar(e), "Value")), at))],
        var other => [ToExpression(other, at)],
    };

    /// <summary>All columns of a row, by property and by name; a single value has no property.</summary>
    private IReadOnlyList<(string Property, string Name, Expression Value)> Columns(Value element, IOperation? at) => Resolve(element) switch
    {
        Composite composite => [.. composite.Parts.Select(p => (p.Key, SqlName.Of(p.Key), ToExpression(p.Value, at)))],
        RowValue row => [.. row.Shape.Columns.Select(c => (c.Property, c.Name, (Expression)Make.Column(row.Alias, c)))],
        StepValue { Inner: var inner } step =>
            [.. Columns(inner, at).Select(c => (c.Property, c.Name, ToExpression(new StepValue(new Scalar(c.Value), step.Step, step.Alias, c.Name), at)))],
        var other => [("", "VALUE", ToExpression(other, at))],
    };

    // True where the value is there; what can't be null always is.
    private Expression IsThere(Value value, IOperation at) => Missing(value, at) switch
    {
        null => Make.True,
        { } missing => Make.IsNotNull(missing),
    };

    private Expression IsMissing(Value value, IOperation at) => Missing(value, at) switch
    {
        null => Make.False,
        { } missing => Make.IsNull(missing),
    };

    // The expression that is null where the value is; null where the value is always there.
    private Expression? Missing(Value value, IOperation at)
    {
        switch (Resolve(value))
        {
            case RowValue { IsOptional: true } row:
                var sure = row.Shape.Columns.FirstOrDefault(c => !c.Nullable) ?? row.Shape.Columns[0];
                return new ColumnReference(row.Alias, sure.Name, sure.Type, true);
            case OptionalValue optional: return optional.Marker;
            case NeighbourValue { Function: "Lag" or "Lead" or "NthValue" } neighbour: return Beside(neighbour, Literal.Integer(1));
            case FirstValue first: return FirstOf(first, Literal.Integer(1));
            case RowValue or Composite or GroupValue or PivotValue or WindowValue or FrameValue or NeighbourValue or ChangeValue: return null;
            case StepValue step:
                return Missing(step.Inner, at) is { } missing ? step.Step.Column(step.Alias, NameOf(new Scalar(missing), "IsThere"), missing) : null;
            case JsonValue json: return json.As(SqlType.Variant);
            case Scalar { Expression.Nullable: false }: return null;
            case var other: return ToExpression(other, at);
        }
    }

    private bool IsTrivial(Value value) => Quietly(value) switch
    {
        Scalar { Expression: ColumnReference or Literal or VariableReference } => true,
        Scalar { Expression: AggregateCall } => true,
        Scalar { Expression: JsonPath { Operand: ColumnReference } } => true,
        Scalar => false,
        JsonValue { Operand: ColumnReference } => true,
        JsonValue => false,
        _ => true,
    };

    internal sealed class Finder<T> : QueryRewriter where T : Expression
    {
        private bool found;

        public static bool IsIn(Expression expression)
        {
            var finder = new Finder<T>();
            finder.Rewrite(expression);
            return finder.found;
        }

        public override Expression Rewrite(Expression expression)
        {
            found |= expression is T;
            return base.Rewrite(expression);
        }

        // A subquery's windows and aggregates are its own.
        public override Query Rewrite(Query query) => query;
    }
}
