namespace Pipeline.Catalog;

/// <summary>What readers with some roles see of a policy: the rest of its body once it is known who reads.</summary>
public sealed class PolicyView : QueryRewriter
{
    private readonly IReadOnlyCollection<string> roles;

    private PolicyView(IReadOnlyCollection<string> roles)
    {
        this.roles = roles;
    }

    /// <summary>Whether those who have these roles see all: each row, or each value as it is stored.</summary>
    public static bool ShowsAll(PolicyObject policy, IReadOnlyCollection<string> roles)
    {
        var seen = new PolicyView(roles).Rewrite(policy.Body);
        return policy is MaskingPolicyObject ? IsValue(seen, policy.Arguments[0]) : Known(seen) == true;
    }

    public override Expression Rewrite(Expression expression)
    {
        var inner = base.Rewrite(expression);
        return inner switch
        {
            FunctionCall { Function: "IsRoleInSession" } call when call.Arguments[0] is Literal { Value: { } role } => Literal.Boolean(roles.Contains(role)),
            FunctionCall { Function: "Coalesce" } call when Known(call.Arguments[0]) is not null => call.Arguments[0],
            NotExpression negated when Known(negated.Operand) is { } value => Literal.Boolean(!value),
            BinaryExpression { Operator: BinaryOperator.And } both when Known(both.Left) == false || Known(both.Right) == false => Make.False,
            BinaryExpression { Operator: BinaryOperator.And } both when Known(both.Left) == true => both.Right,
            BinaryExpression { Operator: BinaryOperator.And } both when Known(both.Right) == true => both.Left,
            BinaryExpression { Operator: BinaryOperator.Or } either when Known(either.Left) == true || Known(either.Right) == true => Make.True,
            BinaryExpression { Operator: BinaryOperator.Or } either when Known(either.Left) == false => either.Right,
            BinaryExpression { Operator: BinaryOperator.Or } either when Known(either.Right) == false => either.Left,
            CaseExpression choice => Choose(choice),
            _ => inner,
        };
    }

    // Branches that can't be taken are gone; after one that must be, none matters.
    private static Expression Choose(CaseExpression choice)
    {
        var left = new List<CaseBranch>();
        var otherwise = choice.Else;
        foreach (var branch in choice.Branches)
        {
            var known = Known(branch.When);
            if (known == false) continue;
            if (known == true)
            {
                otherwise = branch.Then;
                break;
            }

            left.Add(branch);
        }

        return left.Count == 0 ? otherwise ?? Literal.Null(choice.Type) : choice with { Branches = left.ToEquatableArray(), Else = otherwise };
    }

    // A null for a null is the value too.
    private static bool IsValue(Expression expression, PolicyArgument value) => expression switch
    {
        ColumnReference { Source: "" } column => column.Column == value.Name,
        CastExpression cast => cast.Type == value.Type && IsValue(cast.Operand, value),
        CaseExpression choice => choice.Branches.All(b => IsValue(b.Then, value) || (b.Then is Literal { Value: null } && IsNull(b.When, value)))
            && choice.Else is { } otherwise && IsValue(otherwise, value),
        _ => false,
    };

    private static bool IsNull(Expression condition, PolicyArgument value) =>
        condition is IsNullExpression { Negated: false } isNull && IsValue(isNull.Operand, value);

    private static bool? Known(Expression expression) =>
        expression is Literal { Type.Kind: SqlTypeKind.Boolean, Value: { } value } ? value == "true" : null;
}
