using System.Text;
using System.Text.RegularExpressions;

namespace Pipeline.Testing;

/// <summary>The views of a model: the C# of each beside the SQL that is committed for it.</summary>
public static class QueryGallery
{
    private static readonly Regex View = new(
        @"/// <summary>(?<summary>[^\n]*)</summary>\n\[View<\w+>\]\npublic sealed class (?<name>\w+)\n\{\n.*?    \[Define\]\n(?<code>.*?)\n\}\n", RegexOptions.Singleline);

    /// <summary>The page: a list of all queries by file, then each query under its name.</summary>
    /// <param name="model">The model's folder.</param>
    /// <param name="files">Its files of views, in the page's order.</param>
    /// <param name="views">The folder of their SQL.</param>
    /// <param name="introduction">What stands above all.</param>
    public static string Page(string model, IReadOnlyList<string> files, string views, string introduction)
    {
        var subjects = files.Select(file => (Title: Title(file), Entries: EntriesOf(model, file, views).ToList())).Where(s => s.Entries.Count > 0).ToList();
        var page = new StringBuilder(introduction).Append('\n');
        foreach (var (title, entries) in subjects)
        {
            if (title.Length > 0) page.Append("\n**").Append(title).Append("**\n\n");
            foreach (var entry in entries) page.Append($"- [{entry.Title}](#{Anchor(entry.Title)}): {entry.Summary}\n");
        }

        foreach (var (title, entries) in subjects)
        {
            if (title.Length > 0) page.Append("\n## ").Append(title).Append('\n');
            foreach (var entry in entries)
            {
                page.Append($"\n### {entry.Title}\n\n{entry.Summary}\n\n```csharp\n{entry.Code}\n```\n\n```sql\n{entry.Sql}\n```\n");
            }
        }

        return page.ToString();
    }

    private static IEnumerable<(string Title, string Summary, string Code, string Sql)> EntriesOf(string model, string file, string views)
    {
        foreach (Match match in View.Matches(Text(model + "/" + file)))
        {
            var name = match.Groups["name"].Value;
            var sql = Text($"{views}/{Words(name, '_').ToUpperInvariant()}.sql");
            yield return (
                Words(name, ' '),
                Regex.Replace(match.Groups["summary"].Value, "</?c>", "`").Replace("&lt;", "<", StringComparison.Ordinal).Replace("&gt;", ">", StringComparison.Ordinal),
                Regex.Replace(match.Groups["code"].Value, "^    ", "", RegexOptions.Multiline),
                sql[(sql.IndexOf("\nAS\n", StringComparison.Ordinal) + 4)..].TrimEnd());
        }
    }

    private static string Title(string file) => file.StartsWith("Queries/", StringComparison.Ordinal) ? "" : Words(Path.GetFileNameWithoutExtension(file), ' ');

    private static string Anchor(string title) => title.ToLowerInvariant().Replace(' ', '-');

    private static string Text(string path) => File.ReadAllText(RepositoryRoot.File(path)).Replace("\r\n", "\n", StringComparison.Ordinal);

    private static string Words(string name, char between) => Regex.Replace(name, "(?<=[a-z0-9])(?=[A-Z])", between.ToString());
}
