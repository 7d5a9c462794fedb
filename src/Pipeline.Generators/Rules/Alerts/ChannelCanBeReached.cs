using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Pipeline.Catalog;
using Pipeline.Generators.Reading;

namespace Pipeline.Generators.Rules;

/// <summary>A channel has an address that Snowflake calls, and knows its secret by name alone.</summary>
/// <remarks><see href="https://docs.snowflake.com/en/sql-reference/sql/create-notification-integration-webhooks"/></remarks>
internal sealed class ChannelCanBeReached : ModelRule
{
    private const int MostRecipients = 50;

    private static readonly Regex SecretName = new(@"^(\$\{[^{}]+\}|[A-Za-z_][A-Za-z0-9_$]{0,254})(\.(\$\{[^{}]+\}|[A-Za-z_][A-Za-z0-9_$]{0,254})){0,2}$", RegexOptions.CultureInvariant);

    public override DiagnosticDescriptor Descriptor { get; } = RuleDescriptor.Error(RuleIds.ChannelCanBeReached, "A channel can't be reached", "'{0}' can't be reached: {1}");

    public override IEnumerable<ReadProblem> Check(ReadContext context)
    {
        var problem = context.Item switch
        {
            EmailChannelObject email => Problem(email),
            WebhookChannelObject webhook => Problem(webhook),
            _ => null,
        };
        if (problem is not null) yield return Problem(context.KindLocation, context.Type.Name, problem);
    }

    private static string? Problem(EmailChannelObject email) => email.Recipients.Count switch
    {
        0 => "it has no recipient",
        > MostRecipients => $"it has {email.Recipients.Count} recipients, and Snowflake takes {MostRecipients}; send to a list",
        _ => null,
    };

    // What stands in a secret's place is never repeated: it may be one.
    private static string? Problem(WebhookChannelObject webhook) =>
        !webhook.Secret.Contains('.') && !webhook.Secret.StartsWith("${", StringComparison.Ordinal) || !SecretName.IsMatch(webhook.Secret)
            ? "Secret is the name of a secret in the account with its schema, such as MONITORING.SLACK_WEBHOOK, never its value"
        : (webhook.Url ?? WebhookBody.UrlOf(webhook.Service)) is not { } url ? $"{webhook.Service} has no common address; say Url, with SNOWFLAKE_WEBHOOK_SECRET in the secret's place"
        : url.StartsWith("${", StringComparison.Ordinal) ? null
        : !url.StartsWith("https://", StringComparison.Ordinal) ? "Snowflake calls https:// alone"
        : url.IndexOf(':', "https://".Length) >= 0 ? "Snowflake takes no port in the address"
        : !(url + WebhookBody.Of(webhook.Service)).Contains(WebhookBody.Secret) ? $"its address says nowhere {WebhookBody.Secret}, so that the secret isn't used"
        : null;
}
