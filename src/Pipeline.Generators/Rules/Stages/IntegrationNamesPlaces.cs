using Microsoft.CodeAnalysis;
using Pipeline.Generators.Reading;

namespace Pipeline.Generators.Rules;

/// <summary>An integration names buckets, and the role by which it reaches them.</summary>
/// <remarks><see href="https://docs.snowflake.com/en/sql-reference/sql/create-storage-integration"/></remarks>
internal sealed class IntegrationNamesPlaces : ModelRule
{
    public override DiagnosticDescriptor Descriptor { get; } = RuleDescriptor.Error(
        RuleIds.IntegrationNamesPlaces,
        "A storage integration doesn't say where or by which role",
        "'{0}' {1}");

    public override IEnumerable<ReadProblem> Check(ReadContext context)
    {
        if (KindNames.KindWord(context.Type) != "StorageIntegration") yield break;
        var places = context.Kind.NamedList("AllowedLocations");
        if (places.Length == 0) yield return Problem(context.KindLocation, context.Type.Name, "allows no place; name buckets in AllowedLocations");
        if (places.Concat(context.Kind.NamedList("BlockedLocations")).FirstOrDefault(p => p != "*" && !IsPlace(p)) is { } wrong) yield return Problem(context.KindLocation, context.Type.Name, $"names '{wrong}', which is no bucket; write 's3://bucket/folder/'");
        if (context.Kind.Named("RoleArn", "") is var role && !role.StartsWith("arn:aws", StringComparison.Ordinal) && role.IndexOf("${", StringComparison.Ordinal) < 0) yield return Problem(context.KindLocation, context.Type.Name, $"takes on the role '{role}', which is no ARN; write 'arn:aws:iam::ACCOUNT:role/NAME'");
    }

    private static bool IsPlace(string text) => text.IndexOf("${", StringComparison.Ordinal) >= 0 || text.StartsWith("s3://", StringComparison.Ordinal) || text.StartsWith("s3gov://", StringComparison.Ordinal) || text.StartsWith("s3china://", StringComparison.Ordinal);
}
