using System.Text;
using System.Text.Json;
using Pipeline.Catalog;

namespace Pipeline.Engine.Alerts;

/// <summary>Posts a message as the account would, to an address that the caller gave. Neither the address nor a secret is in what it says of a failure.</summary>
internal static class WebhookPost
{
    // An address of one's own has no secret in its body.
    private const string NoSecret = "local";

    private static readonly HttpClient Client = new() { Timeout = TimeSpan.FromSeconds(10) };

    /// <returns>What went wrong; null where the service took it.</returns>
    public static string? Send(WebhookChannelObject channel, Uri address, string message)
    {
        var body = WebhookBody.Of(channel.Service)
            .Replace(WebhookBody.Secret, NoSecret, StringComparison.Ordinal)
            .Replace(WebhookBody.Message, JsonEncodedText.Encode(message).ToString(), StringComparison.Ordinal);
        try
        {
            using var content = new StringContent(body, Encoding.UTF8, "application/json");
            using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = content };
            using var response = Client.Send(request);
            return response.IsSuccessStatusCode ? null : $"{channel.Name} answered {(int)response.StatusCode}";
        }
        catch (Exception e) when (e is HttpRequestException or TaskCanceledException or InvalidOperationException or NotSupportedException)
        {
            return $"{channel.Name} can't be reached";
        }
    }
}
