using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Pipeline.Generators.Reading;

namespace Pipeline.Generators.Rules;

/// <summary>The pattern of a copy matches whole paths.</summary>
/// <remarks><see href="https://docs.snowflake.com/en/sql-reference/sql/copy-into-table"/></remarks>
internal sealed class PatternMatchesWholePaths : ModelRule
{
    public override DiagnosticDescriptor Descriptor { get; } = RuleDescriptor.Warning(
        RuleIds.PatternMatchesWholePaths,
        "The pattern of a copy matches no file",
        "The pattern '{0}' of '{1}' {2}");

    public override IEnumerable<ReadProblem> Check(ReadContext context)
    {
        foreach (var copy in context.Type.Attributes("CopyFrom").Concat(KindNames.KindWord(context.Type) == "ExternalTable" ? [context.Kind] : Array.Empty<AttributeData>()))
        {
            if (copy.Named<string?>("Pattern", null) is not { } pattern) continue;
            var reason = !IsExpression(pattern) ? "is no regular expression; write one, such as '.*sales_[0-9]+[.]csv'"
                : pattern.StartsWith(".*", StringComparison.Ordinal) || pattern.StartsWith("^.*", StringComparison.Ordinal) ? null
                : "is compared with the whole path of a file, folders included; begin it with '.*'";
            if (reason is not null) yield return Problem(TaskSymbols.LocationOf(context, copy), pattern, context.Type.Name, reason);
        }
    }

    private static bool IsExpression(string pattern)
    {
        try
        {
            _ = new Regex(pattern);
            return true;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}
