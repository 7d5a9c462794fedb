namespace Pipeline.Model;

/// <summary>A storage integration: the trust between the account and a bucket, without a secret in any statement.</summary>
/// <remarks>
/// Becomes CREATE STORAGE INTEGRATION IF NOT EXISTS for S3. It is never replaced: a replaced one has a new external identity, and
/// the trust in the cloud would break.
/// See <see href="https://docs.snowflake.com/en/sql-reference/sql/create-storage-integration">CREATE STORAGE INTEGRATION</see>.
/// </remarks>
/// <example><code>
/// [StorageIntegration(RoleArn = "${s3.role_arn}", AllowedLocations = ["${s3.root}/"])] public sealed class RetailS3;
/// </code></example>
[AttributeUsage(AttributeTargets.Class)]
public sealed class StorageIntegrationAttribute : KindAttribute
{
    /// <summary>The role in the cloud that Snowflake takes on; may hold <c>${name}</c> of the environment.</summary>
    public required string RoleArn { get; init; }

    /// <summary>The only places that stages may reach through it; each may hold <c>${name}</c> of the environment.</summary>
    public required string[] AllowedLocations { get; init; }

    /// <summary>Places below the allowed ones that stay closed.</summary>
    public string[] BlockedLocations { get; init; } = [];

    /// <summary>The external id that the cloud's trust policy asks for; may hold <c>${name}</c>.</summary>
    public string? ExternalId { get; init; }
}
