using System.Runtime.CompilerServices;
using Pipeline.Catalog;
using Pipeline.Engine.Database;

namespace Pipeline.Engine.Loads;

/// <summary>What does the same as a MERGE and costs less: into an empty table an INSERT, else a MERGE whose joins are read once.</summary>
internal sealed class CheapestMerge(DuckDbSession session)
{
    private static readonly QualifiedName Rows = new(Schema: null, "MERGE_SOURCE");

    // The same statement each time, so that it is spelled once.
    private static readonly ConditionalWeakTable<MergeStatement, MergeStatement> OfRows = [];

    private bool isRead;

    /// <param name="merge">The statement.</param>
    /// <param name="size">How many rows the target has.</param>
    public Statement Of(MergeStatement merge, long size)
    {
        if (merge.NotMatched is { } insert && size == 0) return Insert(merge, insert);

        // The check for ambiguity, the former rows and the MERGE ask for the source in turn.
        if (merge.Source is not SubquerySource { Query: SelectQuery { Joins.Count: > 0 } query }) return merge;
        isRead = true;
        session.Execute($"CREATE OR REPLACE TEMPORARY TABLE {Spelling.Name(new ObjectSource("", Rows, IsBatch: true))} AS\n{Spelling.Query(query)}");
        return OfRows.GetValue(merge, m => m with { Source = new ObjectSource(m.Source.Alias, Rows, IsBatch: true) });
    }

    /// <summary>Lets go of the rows of the last MERGE.</summary>
    public void Release()
    {
        if (!isRead) return;
        isRead = false;
        session.Execute($"DROP TABLE IF EXISTS {Spelling.Name(new ObjectSource("", Rows, IsBatch: true))}");
    }

    private static InsertStatement Insert(MergeStatement merge, MergeInsert insert) => new(
        merge.Purpose, merge.Target, insert.Values.Select(v => v.Column).ToEquatableArray(),
        new SelectQuery(insert.Values.Select(v => new Projection(v.Column, v.Value)).ToEquatableArray()) { From = merge.Source, Where = insert.Condition })
    {
        CountInto = merge.CountInsertedInto,
    };
}
