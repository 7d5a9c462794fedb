using Microsoft.CodeAnalysis;
using Pipeline.Catalog;
using Pipeline.Generators.Reading;

namespace Pipeline.Generators.Rules;

/// <summary>A dynamic table doesn't show the time of its refresh.</summary>
/// <remarks><see href="https://docs.snowflake.com/en/user-guide/dynamic-tables-supported-queries"/></remarks>
internal sealed class DynamicTableHidesTheClock : ModelRule
{
    public override DiagnosticDescriptor Descriptor { get; } = RuleDescriptor.Error(
        RuleIds.DynamicTableHidesTheClock,
        "A dynamic table shows the time of its refresh",
        "'{0}' {1}; leave it to a [View<>] on it");

    public override IEnumerable<ReadProblem> Check(ReadContext context)
    {
        if (context.Item is DynamicTableObject table && Shown.Problem(table.Query) is { } problem) yield return Problem(context.Methods("Define").FirstOrDefault()?.Locations.FirstOrDefault(), context.Type.Name, problem);
    }

    // In a filter the clock is allowed.
    private sealed class Shown : QueryRewriter
    {
        private string? problem;

        public static string? Problem(Query query)
        {
            var check = new Shown();
            check.Rewrite(query);
            return check.problem;
        }

        protected override SelectQuery RewriteSelect(SelectQuery select)
        {
            if (select.Columns.Select(c => Clock.In(c.Value)).FirstOrDefault(c => c is not null) is { } clock) problem ??= $"shows the time of its refresh ({clock})";
            return base.RewriteSelect(select);
        }
    }

    private sealed class Clock : QueryRewriter
    {
        private string? found;

        public static string? In(Expression expression)
        {
            var clock = new Clock();
            clock.Rewrite(expression);
            return clock.found;
        }

        public override Expression Rewrite(Expression expression)
        {
            if (expression is FunctionCall { Function: "CurrentTimestamp" }) found ??= "UtcNow";
            return base.Rewrite(expression);
        }
    }
}
