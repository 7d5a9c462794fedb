using Microsoft.CodeAnalysis;
using Pipeline.Catalog;

namespace Pipeline.Generators.Rules;

/// <summary>A pipe's table has one copy, which skips the files that it can't read.</summary>
/// <remarks>
/// A pipe holds one COPY statement, for which ABORT_STATEMENT is refused, and Snowflake tells of errors under SKIP_FILE alone.
/// <see href="https://docs.snowflake.com/en/sql-reference/sql/create-pipe"/>
/// </remarks>
internal sealed class PipeTakesOverACopy : CatalogRule
{
    public override DiagnosticDescriptor Descriptor { get; } = RuleDescriptor.Error(
        RuleIds.PipeTakesOverACopy,
        "A pipe has no copy that it can take over",
        "'{0}' can't fill '{1}': {2}");

    public override IEnumerable<CatalogProblem> Check(ModelView model)
    {
        var first = new Dictionary<QualifiedName, PipeObject>();
        foreach (var pipe in model.All<PipeObject>())
        {
            if (model.Table(pipe.Table) is not { } table) continue;
            var problem = first.TryGetValue(pipe.Table, out var other) ? $"'{ModelView.Short(other)}' fills it, and of two pipes each would load every file; remove one" : Problem(table);
            if (other is null) first.Add(pipe.Table, pipe);
            if (problem is not null) yield return Problem(pipe, AtKind, ModelView.Short(pipe), ModelView.Short(table), problem);
        }
    }

    private static string? Problem(TableObject table) => table.Copies.Count switch
    {
        0 => "the table has no [CopyFrom<..>]; say by one what to load",
        1 when table.Copies[0].OnError != OnError.SkipFile =>
            "a pipe keeps no rejected rows aside and can't stop; say [CopyFrom<..>(OnError = OnError.SkipFile)], and be told of skipped files by [ErrorsTo<..>]",
        1 => null,
        var many => $"a pipe holds one COPY, and the table has {many} [CopyFrom<..>]; give each its own table and pipe",
    };
}
