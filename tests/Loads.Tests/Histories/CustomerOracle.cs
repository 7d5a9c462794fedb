using System.Globalization;

namespace Loads.Tests.Histories;

/// <summary>What the dimensions are, computed from all events that ever arrived, in the order of arrival; it knows nothing of batches.</summary>
internal static class CustomerOracle
{
    /// <summary>The events that count, by customer and in time: of those of one instant, what arrived last is what the source meant.</summary>
    public static IEnumerable<IReadOnlyList<Event>> Events(IEnumerable<Delivered> arrived)
    {
        var events = new Dictionary<(int Id, DateTime At), Event>();
        foreach (var e in arrived.Where(IsSound).Select(Read)) events[(e.Id, e.At)] = e;
        return ByCustomer(events.Values);
    }

    /// <summary>The same where an event may be so late at most: one that is older when it arrives is set aside if a later one of its customer had arrived before, unless it comes as it is known.</summary>
    public static IEnumerable<IReadOnlyList<Event>> Events(IEnumerable<(DateTime At, Delivered[] Rows)> deliveries, TimeSpan horizon)
    {
        var known = new Dictionary<(int Id, DateTime At), Event>();
        foreach (var (now, rows) in deliveries)
        {
            var arrived = new Dictionary<(int Id, DateTime At), Event>();
            foreach (var e in rows.Where(IsSound).Select(Read)) arrived[(e.Id, e.At)] = e;
            var taken = arrived.Values.Where(e => e.At >= now - horizon || known.Values.All(k => k.Id != e.Id || k.At <= e.At) || known.ContainsValue(e)).ToList();
            foreach (var e in taken) known[(e.Id, e.At)] = e;
        }

        return ByCustomer(known.Values);
    }

    private static bool IsSound(Delivered row) => row[0] is not null && row[1] is not null && row[10] is not null;

    private static Event Read(Delivered row) => new(
        int.Parse(row[0]!, CultureInfo.InvariantCulture), row[1]!, row[2], row[3], row[4], row[5], row[6], row[7], row[8] == "1", row[9] == "1",
        DateTime.Parse(row[10]!, CultureInfo.InvariantCulture));

    private static IEnumerable<IReadOnlyList<Event>> ByCustomer(IEnumerable<Event> events) =>
        events.GroupBy(e => e.Id).Select(g => (IReadOnlyList<Event>)[.. g.OrderBy(e => e.At)]);

    /// <summary>The versions of one customer.</summary>
    /// <param name="marks">Whether a deleted customer has a version that says so.</param>
    public static IReadOnlyList<Version> Versions(IReadOnlyList<Event> events, bool marks)
    {
        var versions = new List<Version>();
        Event? first = null, before = null;
        string? phone = null, fax = null, former = null;
        var isOpen = false;
        foreach (var e in events)
        {
            if (e.IsDeleted && !marks)
            {
                if (isOpen) versions[^1] = versions[^1] with { To = e.At };
                isOpen = false;
                continue;
            }

            phone = e.Phone ?? phone;
            fax = e.HasFax ? e.Fax : before is null ? e.Fax : fax;
            if (before is not null && before.City != e.City) former = before.City;
            first ??= e;
            var isSame = isOpen && (before!.Segment, before.City, before.IsDeleted) == (e.Segment, e.City, e.IsDeleted);
            if (isOpen && !isSame) versions[^1] = versions[^1] with { To = e.At };
            var from = isSame ? versions[^1].From : e.At;
            if (isSame) versions.RemoveAt(versions.Count - 1);
            versions.Add(new(e, first, e, former, phone, fax, from, null));
            (isOpen, before) = (true, e);
        }

        return [.. versions.Select(v => v with { Latest = versions[^1].Event })];
    }

    internal sealed record Event(
        int Id, string Segment, string? City, string? Email, string? Name, string? Channel, string? Phone, string? Fax, bool HasFax, bool IsDeleted, DateTime At);

    internal sealed record Version(Event Event, Event First, Event Latest, string? FormerCity, string? Phone, string? Fax, DateTime From, DateTime? To);
}
