// Regular expressions, LIKE, and URLs.
using Pipeline.Model;

namespace Functions;

/// <summary>What texts match.</summary>
[View<Tried>]
public sealed class TextPatterns
{
    public int Id { get; init; }
    public bool IsMatch { get; init; }
    public bool IsNoMatch { get; init; }
    public string? RegexpReplace { get; init; }
    public string? RegexpReplaceGroups { get; init; }
    public string? RegexpSubstr { get; init; }
    public string? RegexpSubstrSecond { get; init; }
    public string? RegexpGroup { get; init; }
    public int? RegexpCount { get; init; }
    public int? RegexpInstr { get; init; }
    public bool LikeText { get; init; }
    public bool LikeOther { get; init; }
    public bool LikeEscaped { get; init; }
    public bool NotLike { get; init; }
    public bool ILike { get; init; }
    public bool ILikeEscaped { get; init; }
    public string? UrlScheme { get; init; }
    public string? UrlHost { get; init; }
    public string? UrlPort { get; init; }
    public string? UrlPath { get; init; }
    public string? UrlQuery { get; init; }
    public string? UrlFragment { get; init; }

    [Define]
    internal static Query<TextPatterns> Define(Query<Texts> texts) =>
        from r in texts
        select new TextPatterns
        {
            Id = r.Id,
            IsMatch = Sql.IsMatch(r.Text, "[a-z,]+"),
            IsNoMatch = !Sql.IsMatch(r.Text, "\\d+"),
            RegexpReplace = Sql.RegexpReplace(r.Text, "[aeiou]", "<$>"),
            RegexpReplaceGroups = Sql.RegexpReplace(r.Text, "(\\w)(\\d)", "\\2\\1"),
            RegexpSubstr = Sql.RegexpSubstr(r.Text, "[0-9]+"),
            RegexpSubstrSecond = Sql.RegexpSubstr(r.Text, "[a-z]+", 2),
            RegexpGroup = Sql.RegexpGroup(r.Text, "([a-z])[^a-z]+([a-z])", 2),
            RegexpCount = Sql.RegexpCount(r.Text, "[a-z]"),
            RegexpInstr = Sql.RegexpInstr(r.Text, "[lz]$|,b"),
            LikeText = Sql.Like(r.Text, "%b_c%"),
            LikeOther = Sql.Like(r.Text, r.Other),
            LikeEscaped = Sql.Like(r.Text, "%!%!_%", "!"),
            NotLike = !Sql.Like(r.Text, "%a%"),
            ILike = Sql.ILike(r.Text, "h%O_W%"),
            ILikeEscaped = Sql.ILike(r.Text, "%!%%", "!"),
            UrlScheme = Sql.UrlScheme(r.Text),
            UrlHost = Sql.UrlHost(r.Text),
            UrlPort = Sql.UrlPort(r.Text),
            UrlPath = Sql.UrlPath(r.Text),
            UrlQuery = Sql.UrlQuery(r.Text),
            UrlFragment = Sql.UrlFragment(r.Text),
        };
}
