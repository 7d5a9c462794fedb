namespace Pipeline.Catalog;

/// <summary>Loads a table by insert alone, or by putting a whole new content in place of the old.</summary>
internal static class AppendLoad
{
    public static IEnumerable<Statement> Lower(LoadContext context, BatchSteps batch)
    {
        var set = batch.Columns.ToList();
        var assignments = set.Select(c => new Assignment(c.Name, Make.Column("batch", c))).Concat(KeyedLoad.Generated(context.Target, set)).ToList();
        var replaces = context.Load.Mode == LoadMode.Replace;
        yield return new InsertStatement(
            replaces ? "Put the new content in place of the old, in one step." : "Add the rows.",
            context.TargetSource(), assignments.Select(a => a.Column).ToEquatableArray(),
            new SelectQuery(assignments.Select(a => new Projection(a.Column, a.Value)).ToEquatableArray())
            {
                From = context.BatchSource("batch"),
                Where = batch.IsLoaded("batch"),
            },
            Overwrite: replaces)
        {
            CountInto = LoadVariables.RowsInserted.Name,
        };
    }
}
