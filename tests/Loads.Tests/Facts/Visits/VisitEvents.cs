using System.Globalization;

namespace Loads.Tests.Facts.Visits;

/// <summary>What is known of a visitor from a minute on.</summary>
internal sealed record VisitorChange(int Id, string Level, int Minute, bool IsDeleted)
{
    public string Line => string.Join(',', Id.ToString(CultureInfo.InvariantCulture), Level, VisitEvents.Text(Minute), IsDeleted ? "true" : "");
}

/// <summary>A visit, as it was known by a change.</summary>
internal sealed record VisitChange(int Id, int Visitor, int Minute, int ChangedMinute)
{
    public string Line => string.Join(',', "V" + Id.ToString(CultureInfo.InvariantCulture), Visitor.ToString(CultureInfo.InvariantCulture), VisitEvents.Text(Minute), VisitEvents.Text(ChangedMinute));
}

/// <summary>What one run is given.</summary>
internal sealed record VisitsDelivery(VisitorChange[] Visitors, VisitChange[] Visits);

internal static class VisitEvents
{
    private static readonly DateTime Start = new(2024, 1, 1);

    public static string Text(int minute) => Start.AddMinutes(minute).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);

    /// <summary>Of each visit the latest change, of changes at one time the one that came last.</summary>
    public static VisitChange[] Last(IEnumerable<VisitsDelivery> deliveries)
    {
        var visits = new Dictionary<int, VisitChange>();
        foreach (var visit in deliveries.SelectMany(d => d.Visits))
        {
            if (!visits.TryGetValue(visit.Id, out var known) || known.ChangedMinute <= visit.ChangedMinute) visits[visit.Id] = visit;
        }

        return [.. visits.Values.OrderBy(v => v.Id)];
    }

    public static string Print(VisitsDelivery[] deliveries) => string.Join('\n', deliveries.SelectMany((d, i) => new[] { $"delivery {i + 1}" }
        .Concat(d.Visitors.Select(v => $"  visitor {v.Id} | {v.Level} | at {v.Minute} | {(v.IsDeleted ? "deleted" : "")}"))
        .Concat(d.Visits.Select(v => $"  visit {v.Id} | visitor {v.Visitor} | at {v.Minute} | changed at {v.ChangedMinute}"))));
}
