using Microsoft.CodeAnalysis;
using Pipeline.Catalog;
using Pipeline.Generators.Reading;

namespace Pipeline.Generators.Rules;

/// <summary>A stage lies where its integration may look.</summary>
/// <remarks><see href="https://docs.snowflake.com/en/sql-reference/sql/create-storage-integration"/></remarks>
internal sealed class StageLiesInAnAllowedPlace : ModelRule
{
    public override DiagnosticDescriptor Descriptor { get; } = RuleDescriptor.Error(
        RuleIds.StageLiesInAnAllowedPlace,
        "A stage lies outside of what its integration allows",
        "'{0}' lies at '{1}', and '{2}' {3}");

    public override IEnumerable<ReadProblem> Check(ReadContext context)
    {
        if (KindNames.KindWord(context.Type) != "Stage" || context.Kind.At<string?>(0, null) is not { Length: > 0 } url) yield break;
        if (context.Type.Attribute("Through")?.Argument() is not { } integration || KindNames.Kind(integration) is not { } allowed) yield break;
        var (places, closed) = (allowed.NamedList("AllowedLocations"), allowed.NamedList("BlockedLocations"));
        // Of an integration that allows nothing, another rule speaks.
        if (AllowedPlaces.Against(url, places, closed, p => IsOtherwiseWritten(p, url)) is not var (words, blocks) || (places.Length == 0 && !blocks)) yield break;
        yield return Problem(context.KindLocation, context.Type.Name, url, integration.Name, words + (blocks ? "; move the stage, or take the place out of BlockedLocations" : "; add the place, or move the stage"));
    }

    // ${root} and s3://shop/ may be one place; which, the environment says.
    private static bool IsOtherwiseWritten(string place, string url) =>
        place.StartsWith("${", StringComparison.Ordinal) != url.StartsWith("${", StringComparison.Ordinal) || (place.StartsWith("${", StringComparison.Ordinal) && Variable(place) != Variable(url));

    private static string Variable(string text) => text.Substring(0, text.IndexOf('}') + 1);
}
