using System.Globalization;
using Microsoft.CodeAnalysis;
using Pipeline.Generators.Reading;

namespace Pipeline.Generators.Rules;

/// <summary>A name has one part, of a length that Snowflake takes.</summary>
/// <remarks><see href="https://docs.snowflake.com/en/sql-reference/identifiers-syntax"/></remarks>
internal sealed class NameCanBeWritten : ModelRule
{
    private const int Longest = 255;

    private const int Shown = 255;

    private const string Nothing = "nothing stands there; write a name";

    // The end of a procedure's body, and what scripts are filled in by.
    private static readonly string[] Replaced = ["$$", "<%", "{{", "&"];

    public override DiagnosticDescriptor Descriptor { get; } = RuleDescriptor.Error(
        RuleIds.NameCanBeWritten,
        "A name can't be one",
        "'{0}' can't be named '{1}': {2}");

    public override IEnumerable<ReadProblem> Check(ReadContext context)
    {
        if (Reason(context.Name.Name) is { } reason) yield return Problem(context.KindLocation, context.Type.Name, InSight(context.Name.Name), reason);
        foreach (var property in context.Type.Columns())
        {
            if (Reason(SqlName.Of(property.Name)) is { } wrong) yield return Problem(property.Locations.FirstOrDefault(), property.Name, InSight(SqlName.Of(property.Name)), wrong);
            if (property.Attribute("FromField")?.At<string?>(0, null) is { } field && IsNothing(field)) yield return Problem(property.Locations.FirstOrDefault(), property.Name, field, Nothing);
        }
    }

    private static string InSight(string name) => name.Length > Shown ? name.Substring(0, Shown) + ".." : name;

    private static string? Reason(string name) =>
        IsNothing(name) ? Nothing
        : name.Length > Longest ? $"it has {name.Length} characters, and Snowflake takes {Longest}; shorten it"
        : name.IndexOf('.') >= 0 ? "a dot separates a schema from a name; leave the schema to the type argument"
        : name.Any(IsHidden) ? "it holds a character that can't be seen; leave that out"
        : Replaced.FirstOrDefault(mark => name.Contains(mark)) is { } mark ? $"clients would take '{mark}' for something of theirs, and a name has no other way to write it; leave it out"
        : null;

    // A field of a document is a text in the SQL, so that it may be called as it likes, but something.
    private static bool IsNothing(string name) => name.Trim().Length == 0;

    private static bool IsHidden(char character) =>
        CharUnicodeInfo.GetUnicodeCategory(character) is UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.PrivateUse or UnicodeCategory.Surrogate
            || character is '\ufeff' or (>= '\u200e' and <= '\u200f') or (>= '\u202a' and <= '\u202e') or (>= '\u2066' and <= '\u2069');
}
