namespace Pipeline.Catalog;

/// <summary>The account's objects that statements read and write; their batches are left out.</summary>
internal sealed class StatementSources : StatementRewriter
{
    private readonly List<QualifiedName> names = [];

    private StatementSources()
    {
    }

    public static IEnumerable<QualifiedName> ReadBy(IEnumerable<Statement> statements)
    {
        var found = new StatementSources();
        foreach (var statement in statements) found.Rewrite(statement);
        return found.names.Distinct().OrderBy(n => n.ToString(), StringComparer.Ordinal);
    }

    public static IEnumerable<QualifiedName> WrittenBy(IEnumerable<Statement> statements) => statements.Select(s => s switch
    {
        InsertStatement insert => insert.Target,
        UpdateStatement update => update.Target,
        DeleteStatement delete => delete.Target,
        MergeStatement merge => merge.Target,
        _ => null,
    }).OfType<ObjectSource>().Where(t => !t.IsBatch).Select(t => t.Object).Distinct();

    public override Source Rewrite(Source source)
    {
        if (source is ObjectSource { IsBatch: false } read) names.Add(read.Object);
        return base.Rewrite(source);
    }
}
