using CsCheck;
using Pipeline.Catalog;

namespace Loads.Tests.Histories;

/// <summary>Histories of customers: few keys, few instants and few values, so that they collide, repeat, come late and come back.</summary>
public class CustomerPlatform(string classes) : Platform
{
    private const string Versions =
        "CUSTOMER_ID, CUSTOMER_KEY, SEGMENT, CITY, EMAIL, NAME, CHANNEL, FIRST_CITY, FORMER_CITY, CURRENT_SEGMENT, PHONE, FAX, IS_DELETED, IS_CURRENT, HAS_FAX, LAST_EVENT_AT, VALID_FROM, VALID_TO";

    private static readonly string?[] Segments = ["GOLD", "SILVER", "BRONZE"];
    private static readonly string?[] Cities = ["OSLO", "ROME", null];
    private static readonly string?[] Mails = ["a@x", "b@x", null];
    private static readonly string?[] Names = ["ANN", "BOB", null];
    private static readonly string?[] Channels = ["WEB", "SHOP", null];
    private static readonly string?[] Phones = ["1", "2", null];
    private static readonly string?[] Faxes = ["8", "9", null];
    private static readonly string?[] Flags = ["0", "1"];

    public CustomerPlatform()
        : this(CustomerModel.Classes)
    {
    }

    public override CompiledCatalog Catalog => ModelText.Compile(classes);

    public override IReadOnlyList<string> Columns { get; } =
        ["id", "segment", "city", "email", "name", "channel", "phone", "fax", "has_fax", "is_deleted", "minute"];

    public override IReadOnlyList<string> Latest => ["NAME", "CURRENT_SEGMENT"];

    public override string Entry => "STAGING.STG_CUSTOMERS";

    public override Gen<Delivered> Row =>
        from id in Mostly(Number(1, 3))
        from segment in Mostly(OneOf(Segments))
        from city in OneOf(Cities)
        from other in Gen.Select(OneOf(Mails), OneOf(Names), OneOf(Channels), OneOf(Phones), OneOf(Faxes))
        from hasFax in OneOf("0", "1", null)
        from isDeleted in Gen.Frequency((7, Gen.Const((string?)"0")), (1, Gen.Const((string?)"1")), (1, Gen.Const((string?)null)))
        from minute in Mostly(Gen.Int[0, 12].Select(Instant))
        select new Delivered(id, segment, city, other.Item1, other.Item2, other.Item3, other.Item4, other.Item5, hasFax, isDeleted, minute);

    /// <summary>Events as they come, every third time in their order; deliveries that come again among later ones, or all so far at once; the source emptied; and events that come again with one value corrected.</summary>
    public override Gen<Delivered[][]> History =>
        from told in base.History
        from isInOrder in Gen.Int[0, 2]
        let history = isInOrder == 0 ? InOrder(told) : told
        from turns in Gen.Select(Gen.Int[0, 9], Gen.Int[0, 5], Gen.Int[0, 5], Gen.Int[0, 12]).Array[0, 3]
        select turns.Aggregate(history, (told, turn) => turn.Item1 switch
        {
            0 or 1 => Again(told, turn.Item2, turn.Item3, all: false),
            2 => Again(told, turn.Item2, turn.Item3, all: true),
            3 => Emptied(told, turn.Item2, turn.Item4),
            4 or 5 or 6 => Corrected(told, turn.Item2, turn.Item3, turn.Item4),
            _ => told,
        });

    /// <summary>The time of an event, as the source writes it.</summary>
    protected virtual string? Instant(int number) => Text(Start.AddMinutes(number));

    protected static string Text(DateTime time) => time.ToString("yyyy-MM-dd HH:mm:ss", System.Globalization.CultureInfo.InvariantCulture);

    // The same rows in the same deliveries, but each after those before it.
    private static Delivered[][] InOrder(Delivered[][] history)
    {
        var rows = new Queue<Delivered>(history.SelectMany(d => d).OrderBy(r => r[10], StringComparer.Ordinal));
        return [.. history.Select(d => d.Select(_ => rows.Dequeue()).ToArray())];
    }

    private static Delivered[][] Again(Delivered[][] history, int delivery, int later, bool all)
    {
        var (at, place) = (delivery % history.Length, later % history.Length);
        if (place < at) (at, place) = (place, at);
        var rows = all ? history[..(at + 1)].SelectMany(d => d).ToArray() : history[at];
        return [.. history[..(place + 1)], rows, .. history[(place + 1)..]];
    }

    // The last event of a delivery, with another value in one column.
    private static Delivered[][] Corrected(Delivered[][] history, int delivery, int later, int column)
    {
        var (at, place) = (delivery % history.Length, later % history.Length);
        if (place < at) (at, place) = (place, at);
        if (history[at].Length == 0) return history;
        var values = history[at][^1].Values.ToArray();
        var corrected = 1 + column % 9;
        var all = corrected switch { 1 => Segments, 2 => Cities, 3 => Mails, 4 => Names, 5 => Channels, 6 => Phones, 7 => Faxes, _ => Flags };
        values[corrected] = all[(Array.IndexOf(all, values[corrected]) + 1) % all.Length];
        return [.. history[..(place + 1)], [new(values)], .. history[(place + 1)..]];
    }

    // Every member is deleted at one instant.
    private Delivered[][] Emptied(Delivered[][] history, int delivery, int number)
    {
        var place = delivery % history.Length;
        Delivered Deleted(string id) => new(id, "GOLD", null, null, null, null, null, null, "0", "1", Instant(number));
        return [.. history[..(place + 1)], [Deleted("1"), Deleted("2"), Deleted("3")], .. history[(place + 1)..]];
    }

    public override IReadOnlyDictionary<string, string> Tables { get; } = new Dictionary<string, string>
    {
        ["DIM_CUSTOMER"] = $"SELECT {Versions} FROM CURATED.DIM_CUSTOMER WHERE CUSTOMER_KEY > 0",
        ["DIM_MARKED"] = $"SELECT {Versions} FROM CURATED.DIM_MARKED WHERE CUSTOMER_KEY > 0",
        ["DIM_NOW"] = "SELECT CUSTOMER_ID, CUSTOMER_KEY, SEGMENT, CITY, IS_DELETED, CHANGED_AT FROM CURATED.DIM_NOW WHERE CUSTOMER_KEY > 0",
    };

    public override IEnumerable<string> Expected(string table, IReadOnlyList<(DateTime At, Delivered[] Rows)> deliveries)
    {
        var customers = Events(deliveries);
        return table == "DIM_NOW"
            ? customers.Select(c => c.Last()).Select(e => Line(e.Id, e.Segment, e.City, e.IsDeleted, e.At))
            : customers.SelectMany(c => CustomerOracle.Versions(c, marks: table == "DIM_MARKED")).Select(v => Line(
                v.Event.Id, v.Event.Segment, v.Event.City, v.Event.Email, v.Latest.Name, v.First.Channel, v.First.City, v.FormerCity, v.Latest.Segment, v.Phone, v.Fax,
                table == "DIM_MARKED" && v.Event.IsDeleted, v.To is null, v.Event.HasFax, v.Event.At, v.From, v.To));
    }

    /// <summary>The events that count, by customer and in time.</summary>
    internal virtual IEnumerable<IReadOnlyList<CustomerOracle.Event>> Events(IReadOnlyList<(DateTime At, Delivered[] Rows)> deliveries) =>
        CustomerOracle.Events(deliveries.SelectMany(d => d.Rows));

    public override string? Rejected(Delivered row) => row switch
    {
        _ when row[0] is null => $"CUSTOMER_ID | no customer | {row[1]} | {row[10]}",
        _ when row[1] is null => $"SEGMENT | no segment | {row[1]} | {row[10]}",
        _ when row[10] is null => $"CHANGED_AT | no time | {row[1]} | {row[10]}",
        _ => null,
    };

    public override string? Rejects => "SELECT RULE, REASON, RECORD->>'SEGMENT', RECORD->>'MINUTE' FROM STAGING.REJECTED_STG_CUSTOMERS WHERE RULE <> 'lateness' AND SOURCE_ROW IS NOT NULL";

    // What must hold of any history, whatever happened; begin and end are the last columns.
    public override string? Unsound(string table, IReadOnlyList<TableRow> rows)
    {
        if (table == "DIM_NOW") return rows.GroupBy(r => r.Values[0]).Any(g => g.Count() > 1) ? "a member has two rows" : null;
        foreach (var member in rows.GroupBy(r => r.Values[0]))
        {
            var versions = member.OrderBy(r => (DateTime)r.Values[^2]!).ToList();
            if (versions.Count(v => v.Values[^1] is null) > 1) return "a member has two open versions";
            if (versions.Any(v => v.Values[^1] is DateTime to && to <= (DateTime)v.Values[^2]!)) return "a version is empty";
            foreach (var (earlier, later) in versions.Zip(versions.Skip(1)))
            {
                if (earlier.Values[^1] is not DateTime to || to > (DateTime)later.Values[^2]!) return $"'{earlier}' overlaps '{later}'";
                if (to == (DateTime)later.Values[^2]! && Equals(earlier.Values[1], later.Values[1]) && Equals(earlier.Values[2], later.Values[2])
                    && Equals(earlier.Values[11], later.Values[11])) return $"'{earlier}' and '{later}' are one version";
            }
        }

        return null;
    }
}
