using CsCheck;
using Pipeline.Catalog;

namespace Loads.Tests.Histories;

/// <summary>Histories of a source: its rows come, change, get other keys or none, change places, go and come back, are told again, and all go at once.</summary>
public class StatePlatform(string classes) : Platform
{
    private const string Versions = "CUSTOMER, CUSTOMER_KEY, SEGMENT, NOTE, CURRENT_SEGMENT, IS_CURRENT, VALID_FROM, VALID_TO";

    private static readonly string[] RowIds = ["1", "2", "3", "4"];

    public StatePlatform()
        : this(StateModel.Classes)
    {
    }

    public override CompiledCatalog Catalog => ModelText.Compile(classes);

    public override IReadOnlyList<string> Columns { get; } = ["row_id", "customer", "segment", "note", "is_deleted"];

    public override IReadOnlyList<int> KeyColumns => [0, 1];

    public override IReadOnlyList<string> Latest => ["CURRENT_SEGMENT"];

    /// <summary>Not of the log, to which each row is added, and not of what reads a table that each run writes anew: every row of it is told by every run.</summary>
    public override bool IsCounted(string table) => table is not ("CHANGES" or "DIM_DIRECT");

    public override string Entry => "SHOP.CHANGES";

    public override Gen<Delivered> Row =>
        from id in Mostly(Number(1, RowIds.Length))
        from customer in Gen.Frequency((9, Number(1, 5)), (1, Gen.Const((string?)null)))
        from segment in OneOf("GOLD", "SILVER", null)
        from note in OneOf("a", "b", null)
        from isDeleted in Gen.Frequency((5, Gen.Const((string?)"0")), (1, Gen.Const((string?)"1")), (1, Gen.Const((string?)null)))
        select new Delivered(id, customer, segment, note, isDeleted);

    public override Gen<Delivered[][]> History =>
        from history in Row.Array[0, 4].Array[1, 7]
        from turns in Gen.Select(Gen.Int[0, 7], Gen.Int[0, 6], Gen.Int[0, 6]).Array[0, 3]
        select Unambiguous(turns.Aggregate(history, (told, turn) => turn.Item1 switch
        {
            0 => Inserted(told, turn.Item2, [.. RowIds.Select(id => new Delivered(id, null, null, null, "1"))]),
            1 => Inserted(told, turn.Item2, [new("1", "2", "GOLD", null, "0"), new("2", "1", "GOLD", null, "0")]),
            2 or 3 => Inserted(told, Math.Max(turn.Item2 % told.Length, turn.Item3 % told.Length), told[Math.Min(turn.Item2 % told.Length, turn.Item3 % told.Length)]),
            _ => told,
        }));

    public override IReadOnlyDictionary<string, string> Tables { get; } = new Dictionary<string, string>
    {
        ["DIM_CUSTOMER"] = $"SELECT {Versions.Replace("VALID_FROM", "LAST_EVENT_AT, VALID_FROM", StringComparison.Ordinal)} FROM SHOP.DIM_CUSTOMER WHERE CUSTOMER_KEY > 0",
        ["DIM_DIRECT"] = $"SELECT {Versions} FROM SHOP.DIM_DIRECT WHERE CUSTOMER_KEY > 0",
        ["DIM_NOW"] = "SELECT CUSTOMER, NULL, SEGMENT, NOTE FROM SHOP.DIM_NOW WHERE CUSTOMER_KEY > 0",
        ["DIM_KEPT"] = "SELECT CUSTOMER, CUSTOMER_KEY, SEGMENT, NOTE, IS_DELETED FROM SHOP.DIM_KEPT WHERE CUSTOMER_KEY > 0",
    };

    public override IEnumerable<string> Expected(string table, IReadOnlyList<(DateTime At, Delivered[] Rows)> deliveries)
    {
        var source = new StateOracle();
        foreach (var (at, rows) in deliveries)
        {
            source.Tell(rows);
            source.See(at);
        }

        return table switch
        {
            "DIM_NOW" => source.Living.Select(c => Line(c.Key, c.Value.Segment, c.Value.Note)),
            "DIM_KEPT" => source.Ever.Select(c => Line(c.Key, c.Value.Segment, c.Value.Note, !source.Living.ContainsKey(c.Key))),
            "DIM_CUSTOMER" => source.Versions.Select(v => Line(v.Customer, v.Segment, v.Note, source.Latest(v.Customer).Segment, v.To is null, v.ToldAt, v.From, v.To)),
            _ => source.Versions.Select(v => Line(v.Customer, v.Segment, v.Note, source.Latest(v.Customer).Segment, v.To is null, v.From, v.To)),
        };
    }

    /// <summary>No run finds a customer in two rows: which of them counts nobody says.</summary>
    public override bool Holds(Delivered[][] history)
    {
        var source = new StateOracle();
        return history.All(d =>
        {
            source.Tell(d);
            return source.IsUnambiguous;
        });
    }

    private static Delivered[][] Inserted(Delivered[][] history, int after, Delivered[] delivery)
    {
        var place = after % history.Length + 1;
        return [.. history[..place], delivery, .. history[place..]];
    }

    // A row that would name another row's customer names none.
    private static Delivered[][] Unambiguous(Delivered[][] history)
    {
        var source = new StateOracle();
        return [.. history.Select(delivery =>
        {
            var told = delivery;
            while (!IsUnambiguousAfter(source, told))
            {
                var last = Array.FindLastIndex(told, r => r[0] is not null && r[1] is not null && r[4] != "1");
                told = [.. told[..last], new([told[last][0], null, .. told[last].Values[2..]]), .. told[(last + 1)..]];
            }

            source.Tell(told);
            return told;
        })];
    }

    private static bool IsUnambiguousAfter(StateOracle source, Delivered[] told)
    {
        var after = new StateOracle();
        after.Tell(source.AsTold().Concat(told));
        return after.IsUnambiguous;
    }
}
