// Parts of texts.
using Pipeline.Model;

namespace Functions;

/// <summary>Texts cut, filled and put together.</summary>
[View<Tried>]
public sealed class TextParts
{
    public int Id { get; init; }
    public string? LeftPart { get; init; }
    public string? RightPart { get; init; }
    public string? SplitPart { get; init; }
    public string? SplitPartLast { get; init; }
    public string? StrTok { get; init; }
    public string? StrTokAt { get; init; }
    public int? CharIndex { get; init; }
    public int? CharIndexFrom { get; init; }
    public int? CharIndexOther { get; init; }
    public string? Inserted { get; init; }
    public string? InsertBetween { get; init; }
    public string? LPad { get; init; }
    public string? LPadTo { get; init; }
    public string? LPadWithNothing { get; init; }
    public string? RPad { get; init; }
    public string? RPadTo { get; init; }
    public string? Repeat { get; init; }
    public string? RepeatAt { get; init; }
    public string? Reverse { get; init; }
    public string? Space { get; init; }
    public string? Translate { get; init; }
    public string? ConcatWs { get; init; }
    public string? InitCap { get; init; }

    [Define]
    internal static Query<TextParts> Define(Query<Texts> texts) =>
        from r in texts
        select new TextParts
        {
            Id = r.Id,
            LeftPart = Sql.Left(r.Text, r.Number),
            RightPart = Sql.Right(r.Text, r.Number),
            SplitPart = Sql.SplitPart(r.Text, r.Separator, r.Number),
            SplitPartLast = Sql.SplitPart(r.Text, ",", -1),
            StrTok = Sql.StrTok(r.Text, ", ", 2),
            StrTokAt = Sql.StrTok(r.Text, "/:", r.Number),
            CharIndex = Sql.CharIndex(r.Separator, r.Text),
            CharIndexFrom = Sql.CharIndex(r.Separator, r.Text, 3),
            CharIndexOther = Sql.CharIndex(r.Other, r.Text),
            Inserted = Sql.Insert(r.Text, 2, 1, "--"),
            InsertBetween = Sql.Insert(r.Text, 1, 0, r.Separator),
            LPad = Sql.LPad(r.Text, 8, "*-"),
            LPadTo = Sql.LPad(r.Text, r.Number, "0"),
            LPadWithNothing = Sql.LPad(r.Text, 3, ""),
            RPad = Sql.RPad(r.Text, 8, "*-"),
            RPadTo = Sql.RPad(r.Text, r.Number, r.Separator),
            Repeat = Sql.Repeat(r.Text, 2),
            RepeatAt = Sql.Repeat(r.Separator, r.Number),
            Reverse = Sql.Reverse(r.Text),
            Space = "[" + Sql.Space(r.Number) + "]",
            Translate = Sql.Translate(r.Text, "aeé,", "12"),
            ConcatWs = Sql.ConcatWs(r.Separator, r.Text, r.Other, "end"),
            InitCap = Sql.InitCap(r.Text),
        };
}
