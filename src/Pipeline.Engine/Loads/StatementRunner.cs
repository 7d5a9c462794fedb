using Pipeline.Catalog;
using Pipeline.Engine.Database;
using Pipeline.Engine.Streams;

namespace Pipeline.Engine.Loads;

/// <summary>Runs the statements of a load and keeps their counts.</summary>
internal sealed class StatementRunner(DuckDbSession session, CompiledCatalog catalog, ChangeTracking tracking, LoadVariableValues variables)
{
    private readonly AmbiguousSource ambiguous = new(session);
    private readonly CheapestMerge merges = new(session);

    // Of the target of the running MERGE, before it.
    private long size;

    public void Run(Statement statement)
    {
        if (statement.OnlyIf is { } condition && !Holds(condition)) return;
        if (statement is not (RaiseStatement or CreateBatchStatement)) variables.Show(statement);
        if (statement is MergeStatement merge)
        {
            ambiguous.Forget();
            size = Size(merge.Target);
            RunSound(merges.Of(merge, size));
            merges.Release();
            return;
        }

        RunSound(statement);
    }

    private void RunSound(Statement statement)
    {
        var written = TargetOf(statement);
        if (written is { IsBatch: true }) ambiguous.Forget();
        ambiguous.Check(statement);
        var table = written is { IsBatch: false } target ? catalog.Find<TableObject>(target.Object) : null;
        if (table is null || !tracking.IsTracked(table.Name))
        {
            Execute(statement);
            return;
        }

        foreach (var part in tracking.Capture(statement, table)) Execute(part);
    }

    private void Execute(Statement statement)
    {
        switch (statement)
        {
            case InsertStatement { Overwrite: true } insert:
                Execute(new DeleteStatement(insert.Purpose, insert.Target, Using: null, Make.True));
                Execute(insert with { Overwrite = false });
                break;
            case InsertStatement insert:
                variables.Add(insert.CountInto, session.Execute(Spelling.Statement(insert)));
                break;
            case UpdateStatement update:
                variables.Add(update.CountInto, session.Execute(Spelling.Statement(update)));
                break;
            case DeleteStatement delete:
                variables.Add(delete.CountInto, session.Execute(Spelling.Statement(delete)));
                break;
            case MergeStatement merge:
                Merge(merge);
                break;
            case RaiseStatement raise:
                if (Holds(raise.Condition)) throw new EngineException(Spelling.Message(raise) + Details(raise));
                break;
            case SetVariablesStatement set:
                Set(set);
                break;
            default:
                session.Execute(Spelling.Statement(statement));
                break;
        }
    }

    private void Set(SetVariablesStatement set)
    {
        var values = session.Query(Spelling.Query(set.Query)).Rows.Single();
        for (var i = 0; i < set.Variables.Count; i++) variables.Set(set.Variables[i], values[i]);
    }

    private bool Holds(Expression condition)
    {
        if (variables.Holds(condition) is { } holds) return holds;
        variables.Show(condition);
        return session.ScalarBool($"SELECT {Spelling.Expression(condition)}");
    }

    private string Details(RaiseStatement raise) => raise.Details.Count == 0 ? "" : " " + string.Join(", ", raise.Details.Select(d => $"{d.Name} = {variables[d]}"));

    // The database counts all that a MERGE touched in one. Where it can't delete, the table's growth tells the rest;
    // else it says of each row what it did.
    private void Merge(MergeStatement merge)
    {
        if (merge.Matched.Any(m => m.IsDelete))
        {
            var actions = session.Query(Spelling.Statement(merge)).Rows.CountBy(r => (string)r[0]!).ToDictionary(StringComparer.Ordinal);
            variables.Add(merge.CountInsertedInto, actions.GetValueOrDefault("INSERT"));
            variables.Add(merge.CountUpdatedInto, actions.GetValueOrDefault("UPDATE"));
            variables.Add(merge.CountDeletedInto, actions.GetValueOrDefault("DELETE"));
            return;
        }

        var touched = session.Execute(Spelling.SilentMerge(merge));
        var grown = Size(merge.Target) - size;
        variables.Add(merge.CountInsertedInto, grown);
        variables.Add(merge.CountUpdatedInto, touched - grown);
    }

    private long Size(ObjectSource target) => session.ScalarLong($"SELECT COUNT(*) FROM {Spelling.Name(target)}");

    private static ObjectSource? TargetOf(Statement statement) => statement switch
    {
        InsertStatement insert => insert.Target,
        UpdateStatement update => update.Target,
        DeleteStatement delete => delete.Target,
        MergeStatement merge => merge.Target,
        _ => null,
    };
}
