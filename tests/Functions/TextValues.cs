// Texts as values of other types.
using Pipeline.Model;

namespace Functions;

/// <summary>What texts hold.</summary>
[View<Tried>]
public sealed class TextValues
{
    public int Id { get; init; }
    [Number(12, 2)] public decimal? TryToDecimal { get; init; }
    public int? TryToInt { get; init; }
    public long? TryToLong { get; init; }
    public double? TryToDouble { get; init; }
    public bool? TryToBoolean { get; init; }
    public DateOnly? TryToDate { get; init; }
    public DateTime? TryToTimestamp { get; init; }
    public TimeOnly? TryToTime { get; init; }
    public string? NullIfEmpty { get; init; }
    public string? LeastText { get; init; }
    public string? GreatestText { get; init; }

    [Define]
    internal static Query<TextValues> Define(Query<Texts> texts) =>
        from r in texts
        select new TextValues
        {
            Id = r.Id,
            TryToDecimal = Sql.TryToDecimal(r.Text, 12, 2),
            TryToInt = Sql.TryToInt(r.Text),
            TryToLong = Sql.TryToLong(r.Text),
            TryToDouble = Sql.TryToDouble(r.Text),
            TryToBoolean = Sql.TryToBoolean(r.Text),
            TryToDate = Sql.TryToDate(r.Text, "YYYY-MM-DD"),
            TryToTimestamp = Sql.TryToTimestamp(r.Text, "YYYY-MM-DD HH24:MI:SS"),
            TryToTime = Sql.TryToTime(r.Text, "HH24:MI:SS"),
            NullIfEmpty = Sql.NullIf(r.Text, ""),
            LeastText = Sql.Least(r.Text, r.Other),
            GreatestText = Sql.GreatestPresent(r.Text, r.Other),
        };
}
