using Microsoft.CodeAnalysis;
using Pipeline.Generators.Reading;

namespace Pipeline.Generators.Rules;

/// <summary>The address of a stage begins as those of the clouds do.</summary>
/// <remarks><see href="https://docs.snowflake.com/en/sql-reference/sql/create-stage#external-stage-parameters-externalstageparams"/></remarks>
internal sealed class StageIsSomewhere : ModelRule
{
    private static readonly string[] Schemes = ["s3://", "s3gov://", "s3china://", "s3compat://", "gcs://", "azure://"];

    public override DiagnosticDescriptor Descriptor { get; } = RuleDescriptor.Error(
        RuleIds.StageIsSomewhere,
        "A stage has an address that Snowflake doesn't know",
        "'{0}' lies at '{1}', and Snowflake knows places that begin with s3://, s3gov://, s3china://, s3compat://, gcs:// or azure:// alone; write one of them{2}");

    public override IEnumerable<ReadProblem> Check(ReadContext context)
    {
        if (KindNames.KindWord(context.Type) != "Stage" || context.Kind.At<string?>(0, null) is not { Length: > 0 } url) yield break;

        // What a value of the environment begins with, the environment says.
        if (url.StartsWith("${", StringComparison.Ordinal) || Schemes.Any(s => url.StartsWith(s, StringComparison.Ordinal))) yield break;
        var instead = url.StartsWith("gs://", StringComparison.Ordinal) ? ": gcs:// for Google's buckets"
            : url.StartsWith("s3a://", StringComparison.OrdinalIgnoreCase) || url.StartsWith("S3://", StringComparison.OrdinalIgnoreCase) ? ": s3:// for Amazon's buckets"
            : url.StartsWith("https://", StringComparison.Ordinal) && url.IndexOf(".blob.core.windows.net", StringComparison.Ordinal) > 0 ? ": azure:// with the rest as it is"
            : "";
        yield return Problem(context.KindLocation, context.Type.Name, url, instead);
    }
}
