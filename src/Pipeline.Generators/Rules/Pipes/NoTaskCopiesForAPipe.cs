using Microsoft.CodeAnalysis;
using Pipeline.Generators.Reading;

namespace Pipeline.Generators.Rules;

/// <summary>A table that a pipe fills isn't filled by a task too.</summary>
/// <remarks>
/// A pipe and a table's copies keep separate histories of files, so that both load each file.
/// <see href="https://docs.snowflake.com/en/user-guide/data-load-snowpipe-intro"/>
/// </remarks>
internal sealed class NoTaskCopiesForAPipe : ModelRule
{
    public override DiagnosticDescriptor Descriptor { get; } = RuleDescriptor.Error(
        RuleIds.NoTaskCopiesForAPipe,
        "A task copies what a pipe loads",
        "'{0}' runs '{1}', which '{2}' fills by itself; take [Runs<{1}>] away, and let tasks read a stream of the table");

    public override IEnumerable<ReadProblem> Check(ReadContext context)
    {
        if (KindNames.KindWord(context.Type) is not ("Task" or "RootTask" or "Finalizer")) yield break;
        var index = ModelIndex.Of(context.Compilation, context.Cancellation);
        foreach (var runs in context.Type.Attributes("Runs"))
        {
            if (runs.Argument() is { } table && index.PipeOf(table) is { } pipe)
            {
                yield return Problem(TaskSymbols.LocationOf(context, runs), context.Type.Name, table.Name, pipe.Name);
            }
        }
    }
}
