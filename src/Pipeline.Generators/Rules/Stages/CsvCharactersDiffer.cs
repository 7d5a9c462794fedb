using Microsoft.CodeAnalysis;
using Pipeline.Generators.Reading;

namespace Pipeline.Generators.Rules;

/// <summary>The characters that structure a CSV file are different ones.</summary>
/// <remarks><see href="https://docs.snowflake.com/en/sql-reference/sql/create-file-format"/></remarks>
internal sealed class CsvCharactersDiffer : ModelRule
{
    public override DiagnosticDescriptor Descriptor { get; } = RuleDescriptor.Error(
        RuleIds.CsvCharactersDiffer,
        "A CSV format can't tell fields apart",
        "'{0}' separates fields by {1} and {2}");

    public override IEnumerable<ReadProblem> Check(ReadContext context)
    {
        if (KindNames.KindWord(context.Type) != "CsvFormat") yield break;
        var (delimiter, enclosed) = (context.Kind.Named("FieldDelimiter", ','), context.Kind.Named("EnclosedBy", '"'));
        var reason = delimiter == enclosed ? "encloses them by the same; use two characters"
            : delimiter is '\r' or '\n' ? "ends records by it too; use another FieldDelimiter"
            : enclosed is not ('"' or '\'' or '\0') ? "encloses them by something else than a single or a double quote, which Snowflake doesn't take; use '\"'"
            : null;
        if (reason is not null) yield return Problem(context.KindLocation, context.Type.Name, Microsoft.CodeAnalysis.CSharp.SymbolDisplay.FormatLiteral(delimiter, quote: true), reason);
    }
}
