namespace Loads.Tests.Histories;

/// <summary>What a type 2 dimension is, computed from all events that ever arrived, in the order of arrival; it knows nothing of batches.</summary>
public static class HistoryOracle
{
    public static IReadOnlyList<CustomerVersion> Versions(IEnumerable<CustomerEvent> arrived)
    {
        // One event per customer and instant: what arrived last is what the source meant.
        var events = new Dictionary<(int Id, DateTime At), CustomerEvent>();
        foreach (var e in arrived.Where(IsSound)) events[(e.Id!.Value, e.At!.Value)] = e;

        var versions = new List<CustomerVersion>();
        foreach (var customer in events.Values.GroupBy(e => e.Id!.Value).OrderBy(g => g.Key))
        {
            CustomerVersion? open = null;
            foreach (var e in customer.OrderBy(e => e.At))
            {
                if (open is not null && !e.IsDeleted && open.Segment == e.Segment)
                {
                    open = open with { Email = e.Email };
                    continue;
                }

                if (open is not null) versions.Add(open with { To = e.At });
                open = e.IsDeleted ? null : new(customer.Key, e.Segment!, e.Email, e.At!.Value, null);
            }

            if (open is not null) versions.Add(open);
        }

        return versions;
    }

    /// <summary>An event that staging takes: it has a key, a time and a segment.</summary>
    public static bool IsSound(CustomerEvent e) => e is { Id: not null, Minute: not null, Segment: not null };
}
