namespace Pipeline.Catalog;

/// <summary>Takes the values that must be there out of an expression, with the condition under which C# would have asked for each.</summary>
internal sealed class RejectableStripper : QueryRewriter
{
    private readonly List<(Rejectable Value, Expression Missing)> found = [];
    private readonly Stack<Expression> guards = new();

    private RejectableStripper()
    {
    }

    /// <summary>The expression without them, and each with the condition that it is missing.</summary>
    public static (Expression Stripped, IReadOnlyList<(Rejectable Value, Expression Missing)> Found) Strip(Expression expression)
    {
        var stripper = new RejectableStripper();
        return (stripper.Rewrite(expression), stripper.found);
    }

    public override Expression Rewrite(Expression expression) => expression switch
    {
        Rejectable value => Take(value),
        CaseExpression choice => RewriteCase(choice),
        FunctionCall { Function: "Coalesce" } call => RewriteCoalesce(call),
        _ => base.Rewrite(expression),
    };

    private Expression Take(Rejectable value)
    {
        var operand = Rewrite(value.Operand);
        found.Add((value, Make.And(guards.Reverse().Append(Make.IsNull(operand)))));
        return operand;
    }

    // A branch asks for its values only where it is taken.
    private Expression RewriteCase(CaseExpression choice)
    {
        var branches = new List<CaseBranch>();
        var before = guards.Count;
        foreach (var branch in choice.Branches)
        {
            var when = Rewrite(branch.When);
            guards.Push(when);
            branches.Add(new(when, Rewrite(branch.Then)));
            guards.Pop();
            guards.Push(Make.Not(Make.Coalesce(when, Make.False)));
        }

        var otherwise = choice.Else is null ? null : Rewrite(choice.Else);
        while (guards.Count > before) guards.Pop();
        return choice with { Branches = branches.ToEquatableArray(), Else = otherwise };
    }

    private FunctionCall RewriteCoalesce(FunctionCall call)
    {
        var arguments = new List<Expression>();
        var before = guards.Count;
        foreach (var argument in call.Arguments)
        {
            var rewritten = Rewrite(argument);
            arguments.Add(rewritten);
            guards.Push(Make.IsNull(rewritten));
        }

        while (guards.Count > before) guards.Pop();
        return call with { Arguments = arguments.ToEquatableArray() };
    }
}
