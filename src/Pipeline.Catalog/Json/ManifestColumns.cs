using Pipeline.Catalog.Lineage;
using Pipeline.Catalog.Memory;

namespace Pipeline.Catalog.Json;

/// <summary>The part of the manifest that maps every column: to its C# and to the columns that it is made of.</summary>
internal static class ManifestColumns
{
    /// <summary>How deep the columns stand in a manifest.</summary>
    private const int Depth = 2;

    /// <summary>The members of each object that has columns, in order.</summary>
    public static IReadOnlyList<string> Of(CompiledCatalog catalog, CatalogMemory memory)
    {
        var jobs = catalog.Objects.Select(o => new ObjectJobs(catalog, o)).ToArray();
        var filled = SideBySide.Of(jobs, j => memory.OfObject("filled", j.Item, catalog, j.Filled));

        // What fills an object is part of what its columns are known by: with another job they are others, though the object is what it was.
        var fills = jobs.Zip(filled, (j, names) => names.Select(name => (Name: name, Jobs: j))).SelectMany(f => f).ToLookup(f => f.Name, f => f.Jobs, StringComparer.Ordinal);
        return SideBySide.Of(catalog.Objects, item => ColumnMember.ColumnsOf(item).Count == 0 ? "" : Members(item, [.. fills[item.Name.ToString()]], catalog, memory));
    }

    private static string Members(CatalogObject item, IReadOnlyList<ObjectJobs> fills, CompiledCatalog catalog, CatalogMemory memory) => memory.OfObject(
        "columns from " + string.Join(",", fills.Select(j => j.Item.Name)), item, catalog,
        asking => [Members(item, LineageGraph.Of(asking, [.. fills.SelectMany(j => j.In(asking))]))])[0];

    private static string Members(CatalogObject item, LineageGraph lineage)
    {
        var text = new JsonText(indented: true, Depth);
        foreach (var column in ColumnMember.ColumnsOf(item))
        {
            var field = new FieldName(item.Name, column.Name);
            text.Key(field.ToString());
            Write(text, ColumnMember.Of(item, column), lineage.Of(field));
        }

        return text.ToString();
    }

    private static void Write(JsonText text, ColumnMember member, ColumnLineage lineage)
    {
        text.Open('{');
        Text(text, "member", member.Member);
        Text(text, "declared", member.Declared?.ToString());
        List(text, "assigned", member.Assigned.Select(a => a.ToString()));
        foreach (var group in lineage.Sources.GroupBy(s => s.Contribution)) List(text, Word(group.Key), group.Select(s => s.Field.ToString()));
        if (lineage.Sources.All(s => !s.IsDirect)) Text(text, "origin", lineage.Origins.ToString());
        text.Close('}');
    }

    private static string Word(Contribution contribution) => contribution switch
    {
        Contribution.PassesThrough => "passesThrough",
        Contribution.Transformed => "transformed",
        Contribution.Aggregated => "aggregated",
        _ => "onlyFilters",
    };

    private static void Text(JsonText text, string key, string? value)
    {
        if (value is null) return;
        text.Key(key);
        text.Text(value);
    }

    private static void List(JsonText text, string key, IEnumerable<string> values)
    {
        var list = values.ToList();
        if (list.Count == 0) return;
        text.Key(key);
        text.Open('[');
        foreach (var value in list)
        {
            text.Next();
            text.Text(value);
        }

        text.Close(']');
    }

    // Computed once, though a load may fill several objects.
    private sealed class ObjectJobs(CompiledCatalog catalog, CatalogObject item)
    {
        private readonly Lazy<(IReadOnlyList<JobLineage> Jobs, CatalogQuestions Asked)> jobs = new(() =>
        {
            var asked = new CatalogQuestions();
            asked.Named(item.Name);
            var noting = catalog.Noting(asked);
            return ([.. CopyLineage.Of(noting, item), .. LineageGraph.JobsOf(noting, item)], asked);
        });

        public CatalogObject Item => item;

        public IReadOnlyList<string> Filled(CompiledCatalog asking) => [.. In(asking).Select(j => j.Table.ToString()).Distinct()];

        public IReadOnlyList<JobLineage> In(CompiledCatalog asking)
        {
            asking.AskAlso(jobs.Value.Asked);
            return jobs.Value.Jobs;
        }
    }
}
