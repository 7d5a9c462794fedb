using Pipeline.Catalog;

namespace Pipeline.Generators.Rules;

/// <summary>Finds what a query has that Snowflake's materialized views can't.</summary>
/// <remarks><see href="https://docs.snowflake.com/en/user-guide/views-materialized#limitations-on-creating-materialized-views"/></remarks>
internal sealed class KeptQuery : QueryRewriter
{
    private const string InDynamicTable = "make it a [DynamicTable<,>], which takes it";

    private static readonly HashSet<string> Aggregates = new(
        ["Average", "Count", "CountIf", "Min", "Max", "Sum", "BitAnd", "BitOr", "BitXor", "Stddev", "StddevPopulation", "Variance", "VariancePopulation"],
        StringComparer.Ordinal);

    private readonly List<KeptLimit> found = [];
    private bool hasAggregate;
    private bool isInner;

    private KeptQuery()
    {
    }

    /// <summary>What stands in the way, the first of each rule first met.</summary>
    public static IReadOnlyList<KeptLimit> Limits(Query query)
    {
        var check = new KeptQuery();
        check.Rewrite(query);
        return check.found;
    }

    public override Query Rewrite(Query query)
    {
        if (query is SetQuery) Note(RuleIds.MaterializedViewReadsOneTable, "puts rows of two queries together", InDynamicTable, "Concat", "Union", "Except", "Intersect");
        if (query.With.Count > 0 || isInner) Note(RuleIds.MaterializedViewReadsOneTable, "reads the result of another query", InDynamicTable, "Concat", "Union", "Except", "Intersect", "GroupBy", "group", "Window", "Where");
        isInner = true;
        return base.Rewrite(query);
    }

    public override Source Rewrite(Source source)
    {
        if (source is StreamSource) Note(RuleIds.MaterializedViewReadsOneTable, "reads a stream", "read the stream's table");
        else if (source is FlattenSource) Note(RuleIds.MaterializedViewReadsOneTable, "opens an array into rows", InDynamicTable, "SelectMany");
        else if (source is not (ObjectSource or SubquerySource)) Note(RuleIds.MaterializedViewReadsOneTable, "reads rows that are in no table", "make it a [View<>]");
        return base.Rewrite(source);
    }

    public override Expression Rewrite(Expression expression)
    {
        switch (expression)
        {
            case WindowCall: Note(RuleIds.MaterializedViewHasPlainClauses, "compares a row with those around it (a window function)", InDynamicTable, "Window"); break;
            case ExistsExpression or ScalarSubquery or KeyLookup: Note(RuleIds.MaterializedViewReadsOneTable, "asks another query for each row", InDynamicTable, "Any", "All", "KeyOf", "Contains"); break;
            case RawSql: Note(RuleIds.MaterializedViewIsDeterministic, "has SQL of its own, of which nobody knows that it gives the same each time", "write it in C#, or make it a [View<>]", "Raw"); break;
            case AggregateCall call: Aggregate(call); break;
            case FunctionCall { Function: "CurrentTimestamp" }: Note(RuleIds.MaterializedViewIsDeterministic, "asks for the time at which it is read", "leave it to a [View<>] on it", "UtcNow"); break;
        }

        return base.Rewrite(expression);
    }

    protected override SelectQuery RewriteSelect(SelectQuery select)
    {
        if (select.From is null) Note(RuleIds.MaterializedViewReadsOneTable, "reads no table", "make it a [View<>]");
        if (select.Joins.Count > 0) Note(RuleIds.MaterializedViewReadsOneTable, "joins tables", InDynamicTable, "join", "Join", "LeftJoin", "SelectMany");
        if (select.Having is not null) Note(RuleIds.MaterializedViewHasPlainClauses, "filters groups (HAVING)", InDynamicTable + "; or filter in a [View<>] on it", "where", "Where");
        if (select.Qualify is not null) Note(RuleIds.MaterializedViewHasPlainClauses, "filters by a window function (QUALIFY)", InDynamicTable, "Where", "where");
        if (select.Take is not null || select.Skip is not null) Note(RuleIds.MaterializedViewHasPlainClauses, "keeps the first rows of an order (LIMIT)", InDynamicTable, "Take", "Skip");
        if (select.OrderBy.Count > 0) Note(RuleIds.MaterializedViewHasPlainClauses, "orders its rows", "leave the ordering to the reader", "orderby", "OrderBy", "OrderByDescending");
        var hidden = select.GroupBy.FirstOrDefault(key => select.Columns.All(c => !key.Equals(c.Value)));
        if (hidden is not null) Note(RuleIds.MaterializedViewShowsItsGroups, "groups by what none of its columns shows", "add a column that is the group's key alone", "by", "GroupBy");
        var rewritten = base.RewriteSelect(select);
        if (select.Distinct && hasAggregate) Note(RuleIds.MaterializedViewHasPlainClauses, "takes each row of groups once (DISTINCT)", "leave Distinct out: groups differ by their keys", "Distinct");
        return rewritten;
    }

    private void Aggregate(AggregateCall call)
    {
        hasAggregate = true;
        if (!Aggregates.Contains(call.Function) || call.Distinct)
        {
            var word = call.Distinct && call.Function == "Count" ? "CountDistinct" : call.Function switch { "BoolOr" => "Any", "BoolAnd" => "All", "LastBy" => "Last", "FirstBy" => "First", _ => call.Function };
            Note(RuleIds.MaterializedViewHasItsAggregates, $"aggregates by {word}, which isn't among those that Snowflake keeps up to date", InDynamicTable, word);
        }
        else if (call.Arguments.OfType<AggregateCall>().Any())
        {
            Note(RuleIds.MaterializedViewHasItsAggregates, "aggregates an aggregate", InDynamicTable);
        }
    }

    private void Note(string rule, string what, string wayOut, params string[] words)
    {
        if (found.All(f => f.Rule != rule)) found.Add(new(rule, what, wayOut, words));
    }
}
