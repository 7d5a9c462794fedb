using Pipeline.Catalog;

namespace Pipeline.Generators.Rules;

/// <summary>What a view of a share reads each time that it is read: what lies beneath it, down to tables and to what was kept for all readers alike.</summary>
internal sealed class SharedRows
{
    private readonly ModelView model;
    private readonly HashSet<QualifiedName> met = [];

    private SharedRows(ModelView model)
    {
        this.model = model;
    }

    /// <summary>All that is read.</summary>
    public IReadOnlyCollection<QualifiedName> Names => met;

    /// <summary>What first asks who reads, in words; null where nothing does.</summary>
    public string? Asks { get; private set; }

    public static SharedRows Of(ModelView model, QualifiedName view)
    {
        var rows = new SharedRows(model);
        rows.Visit(view);
        return rows;
    }

    public static string NameOf(ModelView model, QualifiedName name) => model.Objects.FirstOrDefault(o => o.Name == name) is { } item ? ModelView.Short(item) : name.ToString();

    private void Visit(QualifiedName name)
    {
        if (!met.Add(name) || model.Objects.FirstOrDefault(o => o.Name == name) is not { } item) return;
        foreach (var policy in ObjectRows.ColumnsOf(item).Select(c => c.Mask?.Policy).Append(item.RowAccess?.Policy).OfType<QualifiedName>())
        {
            if (model.All<PolicyObject>().FirstOrDefault(p => p.Name == policy) is { } found && SessionCalls.AreIn(new SelectQuery([new("SHOWN", found.Body)]))) Asks ??= $"'{ModelView.Short(found)}' on '{ModelView.Short(item)}'";
        }

        // A dynamic table or a materialized view keeps what its owner saw: a reader asks no more than its own policies.
        if (item is not ViewObject view) return;
        if (SessionCalls.AreIn(view.Query)) Asks ??= $"the query of '{ModelView.Short(view)}'";
        foreach (var source in SourceCollector.NamesIn(view.Query)) Visit(source);
    }

    private sealed class SessionCalls : QueryRewriter
    {
        private static readonly string[] Words = ["CURRENT_ROLE", "CURRENT_USER", "IS_ROLE_IN_SESSION", "CURRENT_AVAILABLE_ROLES", "CURRENT_SECONDARY_ROLES", "INVOKER_ROLE"];

        private bool found;

        public static bool AreIn(Query query)
        {
            var calls = new SessionCalls();
            calls.Rewrite(query);
            return calls.found;
        }

        public override Expression Rewrite(Expression expression)
        {
            found |= expression is FunctionCall { Function: "IsRoleInSession" or "CurrentUser" }
                || (expression is RawSql raw && raw.Texts.Any(t => Words.Any(w => t.IndexOf(w, StringComparison.OrdinalIgnoreCase) >= 0)));
            return base.Rewrite(expression);
        }
    }
}
