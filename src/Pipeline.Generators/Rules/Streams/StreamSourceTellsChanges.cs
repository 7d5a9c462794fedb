using Microsoft.CodeAnalysis;
using Pipeline.Catalog;
using Pipeline.Generators.Reading;

namespace Pipeline.Generators.Rules;

/// <summary>A stream lies on a table, on an incremental dynamic table, or on a view whose changes follow from those of its tables.</summary>
/// <remarks>
/// Snowflake refuses CREATE STREAM on a view that groups, orders, limits or compares rows.
/// <see href="https://docs.snowflake.com/en/user-guide/streams-intro#streams-on-views"/>. What a view reads by another view is checked
/// when the catalog is completed, by the same code.
/// </remarks>
internal sealed class StreamSourceTellsChanges : ModelRule
{
    public override DiagnosticDescriptor Descriptor { get; } = RuleDescriptor.Error(
        RuleIds.StreamSourceTellsNoChanges,
        "A stream's source has no changes to tell",
        "'{0}' can't stream '{1}': {2}");

    public override IEnumerable<ReadProblem> Check(ReadContext context)
    {
        if (KindNames.KindWord(context.Type) != "Stream" || KindNames.StreamSource(context.Type) is not { } source) yield break;
        if (context.Read(source) is not { Object: { Findings.Count: 0 } item }) yield break;

        var stream = new StreamObject(context.Name, context.ClassName, item.Name, context.Kind.NamedEnum("Mode").As<StreamMode>());
        var problem = item is ViewObject view ? StreamSources.ProblemOf(view) : StreamSources.Problem(new CompiledCatalog([item]), stream);
        if (item is DynamicTableObject { Refresh: RefreshMode.Auto } made && IncrementalQuery.Problem(made.Query) is { } whole) problem ??= $"{item.Name} is made anew at each refresh, since {whole}, so it has no changes to tell; write its query another way, or stream what it reads";
        if (problem is not null) yield return Problem(context.Type.Locations.FirstOrDefault(), context.Type.Name, source.Name, problem);
    }
}
