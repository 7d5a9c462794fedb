using System.Collections.Concurrent;
using Pipeline.Catalog;
using Pipeline.Engine.Database;

namespace Pipeline.Engine.Loads;

/// <summary>The loads of each table, lowered once for a session: beside the reading of the first files, which needs the database, where this needs the catalog alone.</summary>
internal sealed class LoweredLoads(CompiledCatalog catalog)
{
    private readonly ConcurrentDictionary<QualifiedName, Lazy<IReadOnlyList<LoweredLoad>>> loads = new();
    private bool hasBegun;

    public IReadOnlyList<LoweredLoad> Of(TableObject table) => loads.GetOrAdd(table.Name, _ => new(() => [.. LoadLowering.Of(catalog, table)])).Value;

    /// <summary>Something will run: has all that tasks load lowered and spelled meanwhile.</summary>
    public void Begin()
    {
        if (hasBegun) return;
        hasBegun = true;
        _ = Task.Run(() =>
        {
            foreach (var table in catalog.All<TaskObject>().SelectMany(t => t.Runs).Select(catalog.Find<TableObject>).OfType<TableObject>().Distinct()) Spell(table);
        });
    }

    // What can't be lowered, the task that loads it tells.
    private void Spell(TableObject table)
    {
        try
        {
            foreach (var statement in Of(table).SelectMany(l => l.Prepare.Concat(l.Transaction)))
            {
                if (statement is SetVariablesStatement set) Spelling.Query(set.Query);
                else Spelling.Statement(statement);
            }
        }
        catch (UnsupportedLoadException)
        {
        }
    }
}
