using Microsoft.CodeAnalysis;
using Pipeline.Generators.Reading;

namespace Pipeline.Generators.Rules;

/// <summary>A pipe's table has one copy, which skips the files that it can't read.</summary>
/// <remarks>
/// A pipe holds one COPY statement, for which ABORT_STATEMENT is refused, and Snowflake tells of errors under SKIP_FILE alone.
/// <see href="https://docs.snowflake.com/en/sql-reference/sql/create-pipe"/>
/// </remarks>
internal sealed class PipeTakesOverACopy : ModelRule
{
    public override DiagnosticDescriptor Descriptor { get; } = RuleDescriptor.Error(
        RuleIds.PipeTakesOverACopy,
        "A pipe has no copy that it can take over",
        "'{0}' can't fill '{1}': {2}");

    public override IEnumerable<ReadProblem> Check(ReadContext context)
    {
        if (KindNames.KindWord(context.Type) != "Pipe" || context.Kind.Argument() is not { } table || KindNames.KindWord(table) != "Table") yield break;

        var copies = table.Attributes("CopyFrom").ToList();
        if (ModelIndex.Of(context.Compilation, context.Cancellation).PipeOf(table) is { } first && !SymbolEqualityComparer.Default.Equals(first, context.Type))
        {
            yield return Problem(context.KindLocation, context.Type.Name, table.Name, $"'{first.Name}' fills it, and of two pipes each would load every file");
        }
        else if (copies.Count != 1)
        {
            yield return Problem(context.KindLocation, context.Type.Name, table.Name, copies.Count == 0
                ? "the table has no [CopyFrom<..>] that says what to load"
                : $"a pipe holds one COPY, and the table has {copies.Count} [CopyFrom<..>]; give each its own table and pipe");
        }
        else if (copies[0].NamedEnum("OnError") != "SkipFile")
        {
            yield return Problem(context.KindLocation, context.Type.Name, table.Name,
                "a pipe keeps no rejected rows aside and can't stop; say [CopyFrom<..>(OnError = OnError.SkipFile)], and be told of skipped files by [ErrorsTo<..>]");
        }
    }
}
