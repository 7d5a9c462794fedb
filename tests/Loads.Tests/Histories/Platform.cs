using CsCheck;
using Pipeline.Catalog;

namespace Loads.Tests.Histories;

/// <summary>A small platform whose tables an oracle can tell from what was delivered.</summary>
/// <remarks>Many histories run in one database, each in a range of keys of its own: the first column of every delivered row and of every table is the key.</remarks>
public abstract class Platform
{
    /// <summary>A history has the keys from its number times this on.</summary>
    public const int Keys = 100;

    /// <summary>Minutes count from here: long after the beginning of time, long before any run.</summary>
    public static readonly DateTime Start = new(2024, 1, 1, 0, 0, 0, DateTimeKind.Unspecified);

    public abstract CompiledCatalog Catalog { get; }

    /// <summary>The models that the histories go through, in turn: the database is kept. One, unless said otherwise.</summary>
    public virtual IReadOnlyList<CompiledCatalog> Models => [Catalog];

    /// <summary>For how many deliveries each of several models lasts.</summary>
    public const int DeliveriesOfAModel = 2;

    /// <summary>The number of the model that a delivery meets.</summary>
    public int ModelOf(int delivery) => Math.Min(delivery / DeliveriesOfAModel, Models.Count - 1);

    /// <summary>A row as the source tells it while the model is the one of this number: of a column that isn't there yet it tells nothing.</summary>
    public virtual Delivered AsTold(int model, Delivered row) => row;

    /// <summary>The fields that the files of this model have.</summary>
    public virtual IReadOnlyList<int> FieldsOf(int model) => [.. Enumerable.Range(0, Columns.Count)];

    /// <summary>Whether a history is one that the oracle can judge.</summary>
    public virtual bool Holds(Delivered[][] history) => true;

    /// <summary>The fields of the files.</summary>
    public abstract IReadOnlyList<string> Columns { get; }

    /// <summary>Which fields are keys, and so belong to one history.</summary>
    public virtual IReadOnlyList<int> KeyColumns => [0];

    /// <summary>A row of a history.</summary>
    public abstract Gen<Delivered> Row { get; }

    /// <summary>The deliveries of a history.</summary>
    public virtual Gen<Delivered[][]> History => Row.Array[0, 6].Array[1, 6];

    /// <summary>Which deliveries hold nothing new: histories of another length are filled up with them.</summary>
    public virtual Delivered[] NoDelivery(IReadOnlyList<Delivered[]> history) => [];

    /// <summary>The tables to be judged: by name, the query whose first column is the key and whose second is the surrogate key, or null.</summary>
    public abstract IReadOnlyDictionary<string, string> Tables { get; }

    /// <summary>The same while the model is the one of this number.</summary>
    public virtual IReadOnlyDictionary<string, string> TablesOf(int model) => Tables;

    /// <summary>The columns that show on every version what the member is now.</summary>
    public virtual IReadOnlyList<string> Latest => [];

    /// <summary>Whether the counters of the table's load are held to what it did.</summary>
    public virtual bool IsCounted(string table) => true;

    /// <summary>The table that all rows enter.</summary>
    public abstract string Entry { get; }

    /// <summary>How the entry sets a row aside for itself, as a line of <see cref="Rejects"/>; null for one that it loads.</summary>
    public virtual string? Rejected(Delivered row) => null;

    /// <summary>The query of what was set aside so; null where nobody judges it.</summary>
    public virtual string? Rejects => null;

    /// <summary>What the table holds after these deliveries, the last of which ran at the given time: a row per line, without the surrogate key.</summary>
    public abstract IEnumerable<string> Expected(string table, IReadOnlyList<(DateTime At, Delivered[] Rows)> deliveries);

    /// <summary>What is wrong with the rows by themselves, whatever was delivered; null for sound ones.</summary>
    public virtual string? Unsound(string table, IReadOnlyList<TableRow> rows) => null;

    protected static Gen<string?> OneOf(params string?[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);

    protected static Gen<string?> Mostly(Gen<string?> values) => Gen.Frequency((19, values), (1, Gen.Const((string?)null)));

    protected static Gen<string?> Number(int from, int to) => Gen.Int[from, to].Select(i => (string?)i.ToString(System.Globalization.CultureInfo.InvariantCulture));

    /// <summary>A time that the minutes after the start make; null for none.</summary>
    protected static DateTime? At(string? minute) => minute is null ? null : Start.AddMinutes(int.Parse(minute, System.Globalization.CultureInfo.InvariantCulture));

    protected static string Line(params object?[] values) => string.Join(" | ", values.Select(Pipeline.Engine.QueryResult.Text)).TrimEnd();
}
