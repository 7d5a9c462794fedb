using Pipeline.Catalog;

namespace Pipeline.Environments;

/// <summary>Refuses what the cloud of an environment's account can't reach. An environment that says no cloud is not asked.</summary>
/// <remarks>
/// An integration that sends to SNS is made in accounts on AWS alone; files of S3 are announced to accounts on any cloud. See
/// <see href="https://docs.snowflake.com/en/sql-reference/sql/create-notification-integration-queue-outbound-aws">CREATE NOTIFICATION INTEGRATION</see>.
/// </remarks>
internal static class CloudCheck
{
    public static IEnumerable<EnvironmentError> Check(IEnumerable<CatalogObject> objects, DeploymentEnvironment environment)
    {
        if (environment.Cloud is not { } cloud || cloud == Cloud.Aws) yield break;
        foreach (var item in objects)
        {
            if (item is not SnsTopicObject) continue;
            yield return new(environment.File, 0, 0,
                $"{item.ClassName} sends to a topic of SNS, which takes an account on AWS, and the environment '{environment.Name}' is on {cloud.ToString().ToLowerInvariant()}; take it out of the model, or say 'cloud: aws'.");
        }
    }
}
