using System.Text.RegularExpressions;

namespace Retail.Tests;

/// <summary>A sales file of the sample as it lands: the rows that parse, with null for fields that lack.</summary>
internal static partial class SalesFile
{
    public static IReadOnlyList<RawSales> Land(string name)
    {
        var path = Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "data"), name, SearchOption.AllDirectories).Single();
        return
        [
            .. File.ReadAllLines(path).Skip(1)
                .Select((line, index) => (Line: line, Row: index + 1))
                .Where(line => !AfterQuote().IsMatch(line.Line))
                .Select(line => (Fields: Fields(line.Line), line.Row))
                .Select(line => Row(name, line.Row, line.Fields)),
        ];
    }

    private static List<string?> Fields(string line) =>
        [.. Field().Matches(line).Select(field => field.Groups["quoted"].Success ? field.Groups["quoted"].Value : field.Groups["bare"].Value.Trim())
            .Select(text => text is "" or "NULL" ? null : text)
            .Concat(new string?[9]).Take(9)];

    [GeneratedRegex("""(?:^|,)"[^"]*"[^,]""")]
    private static partial Regex AfterQuote();

    [GeneratedRegex("""(?<=^|,)(?:"(?<quoted>[^"]*)"|(?<bare>[^,"]*))(?=,|$)""")]
    private static partial Regex Field();

    private static RawSales Row(string file, int row, List<string?> fields) => new()
    {
        TransactionId = fields[0],
        LineNumber = fields[1],
        CustomerId = fields[2],
        ProductId = fields[3],
        StoreId = fields[4],
        Quantity = fields[5],
        UnitPrice = fields[6],
        SoldAt = fields[7],
        Channel = fields[8],
        FileName = file,
        FileRow = row,
    };
}
