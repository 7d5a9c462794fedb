using Pipeline.Catalog;

namespace Pipeline.Sql.Aws;

/// <summary>The roles that Snowflake takes on. Until its user is known, a role trusts the account that the stack is in.</summary>
internal static class AwsRoles
{
    public static void Add(AwsTemplate template)
    {
        foreach (var integration in template.Catalog.All<StorageIntegrationObject>()) AddReader(template, integration);
        foreach (var topics in template.Catalog.All<SnsTopicObject>().GroupBy(t => t.RoleArn)) AddPublisher(template, topics.Key, [.. topics]);
    }

    private static void AddReader(AwsTemplate template, StorageIntegrationObject integration)
    {
        var places = integration.AllowedLocations.Select(S3Place.Of).OfType<S3Place>().ToList();
        if (places.Count == 0) return;
        var name = AwsTemplate.Word(integration.ClassName);
        var user = template.Parameter(name + "UserArn", $"STORAGE_AWS_IAM_USER_ARN of DESC INTEGRATION {integration.Name.Name}; empty until it is known.");
        var id = template.Parameter(name + "ExternalId", $"STORAGE_AWS_EXTERNAL_ID of the integration {integration.Name.Name}.", integration.ExternalId ?? "");
        template.Resource(name + "Role", "AWS::IAM::Role", new Node
        {
            { "RoleName", RoleName(integration.RoleArn) },
            { "AssumeRolePolicyDocument", Trust(user, new Node { { "StringEquals", new Node { { "sts:ExternalId", Node.Ref(id) } } } }) },
            { "Policies", new[] { Policy("read",
                AwsTemplate.Allow(["s3:GetObject", "s3:GetObjectVersion"], places.Select(p => $"arn:aws:s3:::{p.Bucket}/{p.Prefix}*").ToArray()),
                AwsTemplate.Allow(["s3:ListBucket", "s3:GetBucketLocation"], places.Select(p => $"arn:aws:s3:::{p.Bucket}").Distinct().ToArray())) } },
        });
    }

    private static void AddPublisher(AwsTemplate template, string roleArn, IReadOnlyList<SnsTopicObject> topics)
    {
        var name = AwsTemplate.Word(topics[0].ClassName);
        var integrations = string.Join(", ", topics.Select(t => t.Name.Name));
        var user = template.Parameter(name + "UserArn", $"SF_AWS_IAM_USER_ARN of DESC INTEGRATION {integrations}; empty until it is known.");
        var ids = template.Parameter(name + "ExternalIds", $"SF_AWS_EXTERNAL_ID of each of {integrations}, with commas between.", "", "CommaDelimitedList");
        template.Resource(name + "Role", "AWS::IAM::Role", new Node
        {
            { "RoleName", RoleName(roleArn) },
            { "AssumeRolePolicyDocument", Trust(user, Node.If("Has" + user, new Node { { "StringEquals", new Node { { "sts:ExternalId", Node.Ref(ids) } } } })) },
            { "Policies", new[] { Policy("publish", AwsTemplate.Allow(["sns:Publish"], topics.Select(t => t.Arn).Distinct().ToArray())) } },
        });
    }

    /// <summary>What a role may do, under a name.</summary>
    public static Node Policy(string name, params Node[] statements) => new() { { "PolicyName", name }, { "PolicyDocument", AwsTemplate.Document(statements) } };

    private static Node Trust(string user, Node condition) => AwsTemplate.Document(new Node
    {
        { "Effect", "Allow" },
        { "Principal", new Node { { "AWS", Node.If("Has" + user, Node.Ref(user), new Node { { "Fn::Sub", "arn:aws:iam::${AWS::AccountId}:root" } }) } } },
        { "Action", "sts:AssumeRole" },
        { "Condition", condition },
    });

    // arn:aws:iam::111111111111:role/some/path/name
    private static string RoleName(string arn) => arn.Substring(arn.LastIndexOf('/') + 1);
}
