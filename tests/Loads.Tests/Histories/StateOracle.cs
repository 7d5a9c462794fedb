using System.Globalization;

namespace Loads.Tests.Histories;

/// <summary>What was seen of a source at each run: its rows as they were told last, and of each customer when what began and ended.</summary>
internal sealed class StateOracle
{
    private readonly SortedDictionary<int, Row> rows = [];

    /// <summary>The customers as the last run saw them.</summary>
    public SortedDictionary<int, Row> Living { get; private set; } = [];

    /// <summary>All customers that ever were, as they were last.</summary>
    public SortedDictionary<int, Row> Ever { get; } = [];

    public List<Version> Versions { get; } = [];

    /// <summary>Whether no two rows of the source name one customer.</summary>
    public bool IsUnambiguous => Named().GroupBy(r => r.Customer).All(g => g.Count() == 1);

    /// <summary>What the source tells; a run need not follow.</summary>
    public void Tell(IEnumerable<Delivered> told)
    {
        foreach (var line in told)
        {
            if (line[0] is not { } id) continue;
            var row = int.Parse(id, CultureInfo.InvariantCulture);
            if (line[4] == "1") rows.Remove(row);
            else rows[row] = new(row, line[1] is { } customer ? int.Parse(customer, CultureInfo.InvariantCulture) : null, line[2], line[3]);
        }
    }

    /// <summary>The customers that there are at the source.</summary>
    public IEnumerable<Row> Named() => rows.Values.Where(r => r.Customer is not null);

    /// <summary>The rows that the source has, by their number.</summary>
    public IReadOnlyDictionary<int, Row> Rows => rows;

    /// <summary>The source as lines that would tell it.</summary>
    public IEnumerable<Delivered> AsTold() => rows.Select(r => new Delivered(
        r.Key.ToString(CultureInfo.InvariantCulture), r.Value.Customer?.ToString(CultureInfo.InvariantCulture), r.Value.Segment, r.Value.Note, "0"));

    /// <summary>The last version of a customer.</summary>
    public Version Latest(int customer) => Versions.Last(v => v.Customer == customer);

    /// <summary>A run sees the source.</summary>
    public void See(DateTime at)
    {
        var before = Living;
        Living = new(Named().ToDictionary(r => r.Customer!.Value));
        foreach (var (customer, row) in Living) Ever[customer] = row;
        for (var i = 0; i < Versions.Count; i++)
        {
            var version = Versions[i];
            if (version.To is not null) continue;
            var isSame = Living.TryGetValue(version.Customer, out var now) && now.Segment == version.Segment;
            var isTold = before.TryGetValue(version.Customer, out var was) && was != now;
            Versions[i] = !isSame ? version with { To = at } : version with { Note = now!.Note, ToldAt = isTold ? at : version.ToldAt };
        }

        foreach (var (customer, row) in Living)
        {
            if (!Versions.Any(v => v.Customer == customer && v.To is null)) Versions.Add(new(customer, row.Segment, row.Note, at, null, at));
        }
    }

    internal sealed record Row(int Id, int? Customer, string? Segment, string? Note);

    internal sealed record Version(int Customer, string? Segment, string? Note, DateTime From, DateTime? To, DateTime ToldAt);
}
