using System.Globalization;

namespace Pipeline.Cli.Models;

/// <summary>A folder of files that arrive together, named after the time at which they do.</summary>
internal sealed record Delivery(string Name, string Folder, DateTime ArrivedAt)
{
    private static readonly string[] Formats = ["yyyy-MM-dd'T'HH-mm-ss", "yyyy-MM-dd'T'HH-mm", "yyyy-MM-dd"];

    /// <summary>The deliveries below a folder by time; a folder without any is one delivery, which arrives now.</summary>
    public static IReadOnlyList<Delivery> In(string data, TimeProvider clock)
    {
        if (!Directory.Exists(data)) throw new UsageException($"There is no folder {data} with files to deliver; name one with --data.");

        var deliveries = Directory.GetDirectories(data)
            .Select(folder => (Folder: folder, Time: Time(Path.GetFileName(folder))))
            .Where(f => f.Time is not null)
            .Select(f => new Delivery(Path.GetFileName(f.Folder), f.Folder, f.Time!.Value))
            .OrderBy(d => d.ArrivedAt).ThenBy(d => d.Name, StringComparer.Ordinal)
            .ToList();
        return deliveries.Count > 0 ? deliveries : [new(Path.GetFileName(Path.GetFullPath(data)), data, Seconds(clock.GetUtcNow().UtcDateTime))];
    }

    private static DateTime? Time(string name) =>
        DateTime.TryParseExact(name, Formats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null;

    private static DateTime Seconds(DateTime time) => new(time.Ticks - (time.Ticks % TimeSpan.TicksPerSecond), DateTimeKind.Unspecified);
}
