// What C# itself says of texts.
using Pipeline.Model;

namespace Functions;

/// <summary>The members of string.</summary>
[View<Tried>]
public sealed class TextMembers
{
    public int Id { get; init; }
    public string? Upper { get; init; }
    public string? Lower { get; init; }
    public string? Trim { get; init; }
    public string? TrimStart { get; init; }
    public string? TrimEnd { get; init; }
    public string? TrimOf { get; init; }
    public string? TrimStartOf { get; init; }
    public string? TrimEndOf { get; init; }
    public int Length { get; init; }
    public bool Contains { get; init; }
    public bool StartsWith { get; init; }
    public bool EndsWith { get; init; }
    public string? Replace { get; init; }
    public int IndexOf { get; init; }
    public int LastIndexOf { get; init; }
    public int LastDash { get; init; }
    public string? Substring { get; init; }
    public string? SubstringFrom { get; init; }
    public string? PadLeft { get; init; }
    public string? PadLeftWith { get; init; }
    public string? PadRight { get; init; }
    public string? PadRightWith { get; init; }
    public string? Coalesced { get; init; }
    public bool Absent { get; init; }

    [Define]
    internal static Query<TextMembers> Define(Query<Texts> texts) =>
        from r in texts
        select new TextMembers
        {
            Id = r.Id,
            Upper = r.Text != null ? r.Text.ToUpperInvariant() : null,
            Lower = r.Text != null ? r.Text.ToLowerInvariant() : null,
            Trim = r.Text != null ? r.Text.Trim() : null,
            TrimStart = r.Text != null ? r.Text.TrimStart() : null,
            TrimEnd = r.Text != null ? r.Text.TrimEnd() : null,
            TrimOf = r.Text != null ? r.Text.Trim('a') : null,
            TrimStartOf = r.Text != null ? r.Text.TrimStart('a') : null,
            TrimEndOf = r.Text != null ? r.Text.TrimEnd('c') : null,
            Length = r.Separator.Length,
            Contains = r.Text != null && r.Text.Contains(r.Separator),
            StartsWith = r.Text != null && r.Text.StartsWith(r.Separator, StringComparison.Ordinal),
            EndsWith = r.Text != null && r.Text.EndsWith(r.Separator, StringComparison.Ordinal),
            Replace = r.Text != null ? r.Text.Replace("a", r.Separator) : null,
            IndexOf = r.Separator.IndexOf("b", StringComparison.Ordinal),
            LastIndexOf = (r.Text ?? "a-a").LastIndexOf(r.Separator, StringComparison.Ordinal),
            LastDash = (r.Text ?? "a-a").LastIndexOf('-'),
            Substring = (r.Separator + "abc").Substring(1, 2),
            SubstringFrom = (r.Separator + "abc").Substring(2),
            PadLeft = r.Separator.PadLeft(4),
            PadLeftWith = r.Separator.PadLeft(4, '0'),
            PadRight = r.Separator.PadRight(4),
            PadRightWith = r.Separator.PadRight(4, '0'),
            Coalesced = r.Text ?? r.Other,
            Absent = string.IsNullOrWhiteSpace(r.Text),
        };
}
