using System.Globalization;

namespace Pipeline.Cli.Models;

/// <summary>From when until when a schedule is played, in UTC.</summary>
internal sealed record PlayedTime(DateTime From, DateTime Until)
{
    private static readonly string[] Formats =
    [
        "yyyy-MM-dd", "yyyy-MM-dd'T'HH", "yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd HH:mm", "yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd'T'HH-mm", "yyyy-MM-dd'T'HH-mm-ss",
    ];

    /// <summary>What the options say; null where none is given: then the deliveries are run one after the other.</summary>
    /// <param name="from">By default the time of the first delivery.</param>
    /// <param name="until">This, or a number of hours.</param>
    /// <param name="hours">This, or a time.</param>
    /// <param name="deliveries">By time.</param>
    public static PlayedTime? Of(string? from, string? until, int? hours, IReadOnlyList<Delivery> deliveries)
    {
        if (from is null && until is null && hours is null) return null;
        if (until is null && hours is null) throw new UsageException("--from says when the schedule begins; say when it ends too, by --until or --hours.");
        if (until is not null && hours is not null) throw new UsageException("--until and --hours both say when the schedule ends; leave one of them out.");
        if (hours < 1) throw new UsageException($"--hours {hours} is no time to play; give a number from 1.");

        var begin = from is null ? deliveries[0].ArrivedAt : Time("--from", from);
        var end = until is null ? begin.AddHours(hours!.Value) : Time("--until", until);
        return end > begin ? new(begin, end) : throw new UsageException($"--until {until} isn't after {begin.ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture)}, where the schedule begins; give a later time.");
    }

    /// <summary>The time that an option gives.</summary>
    public static DateTime Time(string option, string text) => DateTime.TryParseExact(text, Formats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)
        ? time
        : throw new UsageException($"{option} '{text}' is no time; write it as 2024-01-15 or 2024-01-15T06:00, in UTC.");
}
