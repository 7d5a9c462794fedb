using Pipeline.Catalog;
using Pipeline.Catalog.Lineage;

namespace Pipeline.Cli.Output.Lineage;

/// <summary>The whole platform as a Mermaid flowchart: every object that rows of files reach, in its schema, and what it is made of.</summary>
internal static class PlatformChart
{
    public static void Write(CompiledCatalog catalog, LineageGraph graph, TextWriter output)
    {
        var flows = Flows(catalog, graph);
        var ids = flows.SelectMany(f => f.Sources.Append(f.Target)).Distinct().Select((name, i) => (name, Id: FormattableString.Invariant($"o{i + 1}"))).ToDictionary(o => o.name, o => o.Id);

        output.WriteLine("flowchart LR");
        foreach (var schema in ids.Keys.GroupBy(n => n.Schema))
        {
            output.WriteLine($"    subgraph {LineageChart.Quoted(schema.Key ?? "files")}");
            foreach (var name in schema) output.WriteLine($"        {ids[name]}[{LineageChart.Quoted(Label(catalog, name))}]");
            output.WriteLine("    end");
        }

        foreach (var (target, sources) in flows) output.WriteLine($"    {string.Join(" & ", sources.Select(s => ids[s]))} --> {ids[target]}");
    }

    // What no file reaches says how the platform fares, not what it knows.
    private static List<(QualifiedName Target, List<QualifiedName> Sources)> Flows(CompiledCatalog catalog, LineageGraph graph)
    {
        // Beside its own table a load fills that of its rejects, and dimensions with the members that it infers: the picture shows what each is for.
        var loads = catalog.All<TableObject>().Select(t => LoadLowering.ProcedureOf(t.Name)).ToHashSet();
        var all = graph.Jobs.Where(j => !loads.Contains(j.Job) || j.Job == LoadLowering.ProcedureOf(j.Table))
            .GroupBy(j => j.Table, (table, jobs) => (Target: table, Sources: jobs.SelectMany(Sources).Select(n => catalog.Find<StreamObject>(n)?.Source ?? n).Where(n => n != table).Distinct().ToList()))
            .ToList();
        var reached = catalog.All<StageObject>().Select(s => s.Name).ToHashSet();
        while (all.FindAll(f => !reached.Contains(f.Target) && f.Sources.Exists(reached.Contains)) is { Count: > 0 } next) reached.UnionWith(next.Select(f => f.Target));

        // A calendar is made of nothing, and yet a part of the picture.
        return [.. all.Where(f => reached.Contains(f.Target)).Select(f => (f.Target, f.Sources.FindAll(s => reached.Contains(s) || catalog.Find(s) is CalendarObject)))];
    }

    private static IEnumerable<QualifiedName> Sources(JobLineage job) => job.Columns.SelectMany(c => c.Sources).Concat(job.Rows).Select(s => s.Field.Object);

    private static string Label(CompiledCatalog catalog, QualifiedName name) => catalog.Find(name) is StageObject ? "@" + name.Name : name.Name;
}
