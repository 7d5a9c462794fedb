using Microsoft.CodeAnalysis;
using Pipeline.Generators.Reading;

namespace Pipeline.Generators.Rules;

/// <summary>An external table is what its files are: nothing is copied, loaded or checked into it.</summary>
/// <remarks><see href="https://docs.snowflake.com/en/user-guide/tables-external-intro"/></remarks>
internal sealed class ExternalTableIsReadOnly : ModelRule
{
    private static readonly string[] OfMethods = ["Load", "Rows", "Expect", "UnknownMember", "Define"];

    public override DiagnosticDescriptor Descriptor { get; } = RuleDescriptor.Error(
        RuleIds.ExternalTableIsReadOnly,
        "Something is to be written into an external table",
        "'{0}' is an external table, which is only read, so [{1}] has nothing to do there; {2}");

    public override IEnumerable<ReadProblem> Check(ReadContext context)
    {
        if (KindNames.KindWord(context.Type) != "ExternalTable") yield break;
        foreach (var copy in context.Type.Attributes("CopyFrom"))
        {
            yield return Problem(TaskSymbols.LocationOf(context, copy), context.Type.Name, "CopyFrom", "name the stage in [ExternalTable<,>], or make it a [Table<>]");
        }

        foreach (var renamed in context.Type.Attributes("RenamedFrom"))
        {
            yield return Problem(TaskSymbols.LocationOf(context, renamed), context.Type.Name, "RenamedFrom", "the files stay where they are: let a deployment create it under the new name, and drop the old one");
        }

        foreach (var method in context.Type.GetMembers().OfType<IMethodSymbol>())
        {
            if (OfMethods.FirstOrDefault(method.Has) is { } word) yield return Problem(method.Locations.FirstOrDefault(), context.Type.Name, word, "load its stream into a [Table<>], or read it in a view");
        }
    }
}
