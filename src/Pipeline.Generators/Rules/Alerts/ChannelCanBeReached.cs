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
        0 => "it has no recipient; name one at least",
        > MostRecipients => $"it has {email.Recipients.Count} recipients, and Snowflake takes {MostRecipients}; send to a list",
        _ when email.Recipients.FirstOrDefault(r => !IsAddress(r)) is { } other => $"'{other}' is no address; write it as name@example.com",
        _ => null,
    };

    // What an environment's value is, its build tells.
    private static bool IsAddress(string recipient) => recipient.IndexOf("${", StringComparison.Ordinal) >= 0 || (recipient.IndexOf('@') is > 0 and var at && at < recipient.Length - 1);

    private static bool IsOf(Webhook service, string url)
    {
        var host = url.Substring("https://".Length).Split('/')[0];
        return host.IndexOf("${", StringComparison.Ordinal) >= 0 || WebhookBody.HostsOf(service).Any(h => host == h || host.EndsWith("." + h, StringComparison.OrdinalIgnoreCase));
    }

    // What stands in a secret's place is never repeated: it may be one.
    private static string? Problem(WebhookChannelObject webhook) =>
        !webhook.Secret.Contains('.') && !webhook.Secret.StartsWith("${", StringComparison.Ordinal) || !SecretName.IsMatch(webhook.Secret)
            ? "Secret isn't the name of a secret; write that of one in the account with its schema, such as MONITORING.SLACK_WEBHOOK, never its value"
        : (webhook.Url ?? WebhookBody.UrlOf(webhook.Service)) is not { } url ? $"{webhook.Service} has no common address; say Url, with SNOWFLAKE_WEBHOOK_SECRET in the secret's place"
        : url.StartsWith("${", StringComparison.Ordinal) ? null
        : !url.StartsWith("https://", StringComparison.Ordinal) ? "its address isn't one of https://, which Snowflake calls alone; write one that is"
        : url.IndexOf(':', "https://".Length) >= 0 ? "its address has a port, which Snowflake doesn't take; write one without"
        : !IsOf(webhook.Service, url) ? $"Snowflake calls {webhook.Service} at {string.Join(" or ", WebhookBody.HostsOf(webhook.Service))} alone; write the address that it gives"
        : !(url + WebhookBody.Of(webhook.Service)).Contains(WebhookBody.Secret) ? $"its address says nowhere {WebhookBody.Secret}, so that the secret isn't used; write it where the secret belongs"
        : null;
}
