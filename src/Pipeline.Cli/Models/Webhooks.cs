using Pipeline.Catalog;

namespace Pipeline.Cli.Models;

/// <summary>Addresses to which alerts are really posted, as <c>--webhook CHANNEL=URL</c> gives them.</summary>
internal static class Webhooks
{
    /// <exception cref="UsageException">The model has no such channel, or the address is none. It never repeats an address: it may hold a secret.</exception>
    public static IReadOnlyDictionary<string, Uri> Parse(IEnumerable<string> given, CompiledCatalog catalog)
    {
        var channels = catalog.All<WebhookChannelObject>().ToList();
        var addresses = new Dictionary<string, Uri>(StringComparer.Ordinal);
        foreach (var text in given)
        {
            var parts = text.Split('=', 2);
            var channel = channels.Find(c => Same(c.Name.Name, parts[0]) || Same(c.ClassName.Split('.')[^1], parts[0]))?.Name.Name
                ?? throw new UsageException($"--webhook names no webhook channel of the model; name one that it has: {string.Join(", ", channels.Select(c => c.Name.Name).DefaultIfEmpty("none"))}.");
            if (parts.Length < 2 || !Uri.TryCreate(parts[1], UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https"))
            {
                throw new UsageException($"--webhook {channel}=.. takes an address that begins with http:// or https://.");
            }

            addresses[channel] = address;
        }

        return addresses;
    }

    private static bool Same(string left, string right) => string.Equals(left, right, StringComparison.OrdinalIgnoreCase);
}
