using Microsoft.CodeAnalysis;
using Pipeline.Catalog;

namespace Pipeline.Generators.Rules;

/// <summary>What reads the platform's records, reads records that something keeps; and what records a run comes after it.</summary>
internal sealed class RunsAreRecorded : CatalogRule
{
    private static readonly string[] OfTheRecorder = ["TASK_RUNS", "STREAM_STATES", "PIPE_STATES", "CLUSTERING_STATES", "RESOURCE_MONITOR_STATES"];

    public override DiagnosticDescriptor Descriptor { get; } = RuleDescriptor.Error(RuleIds.RunsAreRecorded, "Nothing keeps a record that is read", "{0}");

    public override IEnumerable<CatalogProblem> Check(ModelView model)
    {
        var ledgers = new HashSet<QualifiedName>(model.All<RunLedgerObject>().Select(l => l.Name));
        var recorders = model.All<TaskObject>().Where(t => t.Runs.Any(ledgers.Contains)).ToList();
        foreach (var early in recorders.Where(t => !t.IsFinalizer))
        {
            yield return Problem(early, (type, cancellation) => At(Reading.ModelSymbols.Attribute(type, "Runs"), cancellation),
                $"'{ModelView.Short(early)}' would record a run that goes on; let the finalizer of its graph run the ledger");
        }

        foreach (var item in model.Objects)
        {
            foreach (var name in QueriesOf(item).SelectMany(SourceCollector.NamesIn).Where(n => n.Schema == PlatformTables.AnyLedger).Distinct())
            {
                if (Missing(name.Name, model, recorders.Count > 0) is { } missing) yield return Problem(item, $"'{ModelView.Short(item)}' reads {name.Name}, which nothing keeps: {missing}");
            }
        }
    }

    private static string? Missing(string record, ModelView model, bool isRecorded) => record switch
    {
        "ALERT_LOG" => model.All<AlertObject>().Any() ? null : "the model has no [Alert<,>]; declare one, or read something else",
        "TABLE_FRESHNESS" => model.Objects.Any(o => o.Freshness is not null) ? null : "no table is watched for its age; write [Freshness(Minutes = ..)] on one",
        _ when OfTheRecorder.Contains(record) => isRecorded ? null : "no finalizer records the runs of a graph; let one do it, by [Finalizer<Root>, Runs<Ledger>] and [RunLedger<Schema>] public sealed class Ledger",
        _ => model.All<TableObject>().Any(t => t.Loads.Count + t.Copies.Count > 0) || model.All<GateObject>().Any() ? null : "the model loads nothing; give a table a [Load] or [CopyFrom<>]",
    };

    private static IEnumerable<Query> QueriesOf(CatalogObject item) => item is AlertObject alert ? [alert.Query] : ObjectRows.QueriesOf(item);
}
