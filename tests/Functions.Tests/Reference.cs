using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Pipeline.Catalog;
using Pipeline.Sql.DuckDb;
using Pipeline.Sql.Snowflake;
using Pipeline.Testing;

namespace Functions.Tests;

/// <summary>docs/reference/functions.md: each line is a column of the views that are tried, in C# and in both dialects.</summary>
internal static partial class Reference
{
    private static readonly IReadOnlyDictionary<string, string> Summaries = ReadSummaries();

    public static string Text()
    {
        var text = new StringBuilder(
            """
            # Functions

            Every function that a query may call: what it is in C#, what Snowflake is told, and what the local engine is told so that it computes the same. For what C# has a word for, C#'s
            word is the function; for the rest there is `Sql`. In plain C# all of them really compute. Each line is tried on DuckDB and as C#, over nulls, empty texts,
            other alphabets, negative numbers and the ends of months and years (`tests/Functions`, `tests/Functions.Tests`); the judges read its Snowflake text. Of a null a function gives
            null, unless its line says otherwise. The table that the compiler uses is `src/Pipeline.Sql/Functions`; this page is made from it by a test.


            """);
        foreach (var source in Directory.EnumerateFiles(RepositoryRoot.File("tests/Functions"), "*.cs").Order(StringComparer.Ordinal)) Append(text, File.ReadAllText(source));
        return text.ToString().TrimEnd() + "\n";
    }

    private static void Append(StringBuilder text, string source)
    {
        foreach (Match view in ViewText().Matches(source))
        {
            var query = (SelectQuery)ModelCatalog.Objects.OfType<ViewObject>().Single(v => v.ClassName == "Functions." + view.Groups["name"].Value).Query;
            text.Append(CultureInfo.InvariantCulture, $"## {view.Groups["title"].Value.TrimEnd('.')}\n\n| C# | Snowflake | DuckDB | |\n|---|---|---|---|\n");
            var steps = query.With.Select(t => t.Query).OfType<SelectQuery>().SelectMany(q => q.Columns).Where(c => c.Value is not ColumnReference).GroupBy(c => c.Name).ToDictionary(c => c.Key, c => c.First().Value);
            foreach (var column in ColumnText().Matches(view.Groups["body"].Value).Where(c => c.Groups["name"].Value != "Id"))
            {
                var expression = new Unqualified(steps).Rewrite(query.Columns.Single(c => SameName(c.Name, column.Groups["name"].Value)).Value);
                var code = column.Groups["code"].Value.Replace("r.", "", StringComparison.Ordinal);
                text.Append(CultureInfo.InvariantCulture, $"| {Code(code)} | {Code(SnowflakeDialect.Instance.Expression(expression))} | {Code(DuckDbDialect.Instance.Expression(expression))} | {Summary(code)} |\n");
            }

            text.Append('\n');
        }
    }

    private static bool SameName(string column, string property) => column.Replace("_", "", StringComparison.Ordinal).Equals(property, StringComparison.OrdinalIgnoreCase);

    private static string Code(string code) => "`" + Blanks().Replace(code, " ").Replace("|", "\\|", StringComparison.Ordinal) + "`";

    private static string Summary(string code) =>
        FunctionText().Match(code) is { Success: true } call && Summaries.TryGetValue(call.Groups[1].Value, out var summary) ? summary.Replace("|", "\\|", StringComparison.Ordinal) : "";

    private static Dictionary<string, string> ReadSummaries() =>
        XDocument.Load(Path.Combine(AppContext.BaseDirectory, "Pipeline.Model.xml")).Descendants("member")
            .Select(member => (Name: MethodName().Match((string)member.Attribute("name")!), Summary: member.Element("summary")))
            .Where(m => m.Name.Success && m.Summary is not null)
            .GroupBy(m => m.Name.Groups[1].Value, m => m.Summary!, StringComparer.Ordinal)
            .ToDictionary(m => m.Key, m => Blanks().Replace(string.Concat(m.First().Nodes().Select(Plain)), " ").Trim(), StringComparer.Ordinal);

    private static string Plain(XNode node) => node switch
    {
        XElement { Name.LocalName: "c" } code => "`" + code.Value + "`",
        XElement { Name.LocalName: "see" } reference => "`" + ((string?)reference.Attribute("cref"))?.Split('.', '(')[^1] + "`",
        XElement { Name.LocalName: "paramref" } parameter => "`" + (string?)parameter.Attribute("name") + "`",
        _ => node is XText plain ? plain.Value : "",
    };

    [GeneratedRegex(@"/// <summary>(?<title>[^<]+)</summary>\s*\[View<Tried>\]\s*public sealed class (?<name>\w+)(?<body>.*?)\n}", RegexOptions.Singleline)]
    private static partial Regex ViewText();

    [GeneratedRegex(@"^            (?<name>\w+) = (?<code>.+),$", RegexOptions.Multiline)]
    private static partial Regex ColumnText();

    [GeneratedRegex(@"\b(?:Sql|g|w|u)\.(\w+)")]
    private static partial Regex FunctionText();

    [GeneratedRegex(@"^[MP]:Pipeline\.Model\.(?:Sql|Group`2|Window`1)\.(\w+)")]
    private static partial Regex MethodName();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();

    // Without the name of the row; what a step computes is said where it is read.
    private sealed class Unqualified(Dictionary<string, Expression> steps) : QueryRewriter
    {
        public override Expression Rewrite(Expression expression) => expression switch
        {
            ColumnReference column when steps.TryGetValue(column.Column, out var value) => Rewrite(value),
            ColumnReference column => column with { Source = "" },
            _ => base.Rewrite(expression),
        };
    }
}
