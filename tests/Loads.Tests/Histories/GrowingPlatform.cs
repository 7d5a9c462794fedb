using CsCheck;
using Pipeline.Catalog;

namespace Loads.Tests.Histories;

/// <summary>Customers whose source and model change between deliveries, with the database kept: a tracked column comes with what is derived from it, columns that
/// an event may leave out come, texts and the key itself get wider.</summary>
/// <param name="order">In which order the changes come.</param>
/// <param name="changed">What is done to the last model; the oracle knows nothing of it.</param>
public sealed class GrowingPlatform(IReadOnlyList<GrowingPlatform.Change> order, Func<string, string>? changed = null) : CustomerPlatform
{
    private const string Long = "PLATINUM EXTRA";
    private const int Segment = 1, City = 2, Phone = 6, Fax = 7;

    /// <summary>What happens to source and model.</summary>
    public enum Change
    {
        /// <summary>The city comes: a tracked column, with the first one, the former one and all that shows it.</summary>
        CityComes,

        /// <summary>Phone and fax come.</summary>
        NumbersCome,

        /// <summary>The segment holds longer texts, the key more digits.</summary>
        Widened,
    }

    public override IReadOnlyList<CompiledCatalog> Models { get; } = 
        [.. Enumerable.Range(0, order.Count + 1).Select(done => ModelText.Compile(done == order.Count && changed is not null ? changed(Without([])) : Without(order.Skip(done))))];

    /// <summary>As long as there are models, whatever comes when.</summary>
    public override Gen<Delivered[][]> History => LongRow.Array[0, 5].Array[(order.Count + 1) * DeliveriesOfAModel].SelectMany(told =>
        Gen.Select(Gen.Int[0, 3], Gen.Int[0, told.Length - 1], Gen.Int[0, told.Length - 1]).Array[0, 3].Select(turns => turns.Aggregate(told, Again)));

    public override IReadOnlyDictionary<string, string> TablesOf(int model) => Tables.ToDictionary(t => t.Key, t => Null(Null(t.Value, model, City, "CITY", "FIRST_CITY", "FORMER_CITY"), model, Phone, "PHONE", "FAX"));

    public override IReadOnlyList<int> FieldsOf(int model) => [.. base.FieldsOf(model).Where(f => IsThere(model, f))];

    public override Delivered AsTold(int model, Delivered row)
    {
        var values = row.Values.Select((v, field) => IsThere(model, field) ? v : null).ToArray();
        if (values[Segment] == Long && !order.Take(model).Contains(Change.Widened)) values[Segment] = "GOLD";
        return new(values);
    }

    private Gen<Delivered> LongRow =>
        from row in Row
        from isLong in Gen.Int[0, 3]
        select isLong > 0 || row[Segment] is null ? row : new Delivered([row[0], Long, .. row.Values[2..]]);

    private bool IsThere(int model, int field) => field switch
    {
        City => order.Take(model).Contains(Change.CityComes),
        Phone or Fax => order.Take(model).Contains(Change.NumbersCome),
        _ => true,
    };

    // What came in a delivery comes again in a later one, with what the source tells by then.
    private static Delivered[][] Again(Delivered[][] told, (int Kind, int From, int To) turn) =>
        turn.Kind == 0 || turn.From >= turn.To ? told : [.. told[..turn.To], [.. told[turn.To], .. told[turn.From]], .. told[(turn.To + 1)..]];

    // What the tables don't have yet is null.
    private string Null(string sql, int model, int field, params string[] columns) => IsThere(model, field) ? sql
        : string.Join(", ", sql.Split(", ").Select(c => columns.Contains(c, StringComparer.Ordinal) ? "NULL" : c));

    private static string Without(IEnumerable<Change> changes)
    {
        var lines = CustomerModel.Classes.Replace("public int CustomerId", "public long CustomerId", StringComparison.Ordinal).Replace("TryToInt", "TryToLong", StringComparison.Ordinal)
            .Replace("public string Segment", "[Varchar(20)] public string Segment", StringComparison.Ordinal)
            .Replace("public string CurrentSegment", "[Varchar(20)] public string CurrentSegment", StringComparison.Ordinal).Split('\n').AsEnumerable();
        foreach (var change in changes)
        {
            lines = change switch
            {
                Change.CityComes => Lines(lines, "City"),
                Change.NumbersCome => Lines(Lines(lines, "Phone"), "Fax"),
                _ => lines.Select(l => l.Replace("[Varchar(20)]", "[Varchar(6)]", StringComparison.Ordinal).Replace("public long CustomerId", "public int CustomerId", StringComparison.Ordinal)
                    .Replace("TryToLong", "TryToInt", StringComparison.Ordinal)),
            };
        }

        return string.Join('\n', lines);
    }

    // Without the column's properties, and without its values where they are set.
    private static IEnumerable<string> Lines(IEnumerable<string> lines, string column) => lines
        .Where(l => !(l.Contains(" { get; init; }", StringComparison.Ordinal) && l.Contains(column, StringComparison.Ordinal) && !l.Contains("HasFax {", StringComparison.Ordinal)))
        .Select(l => l.Replace($"{column} = c.{column}, ", "", StringComparison.Ordinal).Replace($"{column} = e.{column}, ", "", StringComparison.Ordinal)
            .Replace($"{column} = c.{column},", "", StringComparison.Ordinal));
}
