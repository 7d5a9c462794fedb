using OnlineRetail.Tests.Oracle;
using Pipeline.Model;

namespace OnlineRetail.Tests;

/// <summary>The model's staging load, run as plain C#, against the oracle: line by line.</summary>
public sealed class StagingTests
{
    private const string Header = "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country\n";

    [Fact]
    public void Dirty_lines_meet_the_same_fate_as_in_the_oracle() => ShouldAgree("dirt.csv", Header +
        """
        1,A,cup,many,2010-12-01 08:26:00,1,,UK
        1,A,cup,1,2010-12-01 08:26:00,cheap,,UK
        1,A,cup,1,2010-12-32 08:26:00,1,,UK
        1,A,cup,1,2010-12-01 08:26:00,1,nobody,UK
        ,A,cup,1,2010-12-01 08:26:00,1,,UK
        1, ,cup,1,2010-12-01 08:26:00,1,,UK
        1,A,cup,1,2010-12-01 08:26:00,1,,
        1,A,cup,0,2010-12-01 08:26:00,1,,UK
        1,A,cup,-1,2010-12-01 08:26:00,0,,UK
        C1, a1 , ,-1.25,2010-12-01 08:26:00,0.00005,17850.0,UK
        1,A,cup,1,2010-12-01 08:26:00,0.00004,,UK
        A1,B,Adjust bad debt,1,2010-12-01 08:26:00,-11062.06,,UK
        """);

    [SkippableFact]
    public void Every_real_line_meets_the_same_fate_as_in_the_oracle() =>
        Assert.All(RealData.Files(), file => ShouldAgree(Path.GetFileName(file), File.ReadAllText(file)));

    private static void ShouldAgree(string name, string text)
    {
        var expected = DailyFile.Parse(name, text);
        var staged = StgSalesLines.FromRaw(new RawSalesStream { Rows = Landed(name, text) }).Evaluate();
        var kept = staged.Rows.Where(row => StgSalesLines.QuantityIsInRange(row) && StgSalesLines.PriceIsInRange(row));

        Assert.Equal(expected.Accepted, kept.Select(LineOf));
        Assert.Equal(
            expected.Rejected.Count(line => !line.Reason.EndsWith("InRange", StringComparison.Ordinal)),
            staged.Rejected.Count);
    }

    private static IEnumerable<RawSales> Landed(string name, string text) =>
        CsvText.Rows(text).Skip(1).Select((fields, at) => new RawSales
        {
            InvoiceNo = Landed(fields[0]),
            StockCode = Landed(fields[1]),
            Description = Landed(fields[2]),
            Quantity = Landed(fields[3]),
            InvoiceDate = Landed(fields[4]),
            UnitPrice = Landed(fields[5]),
            CustomerId = Landed(fields[6]),
            Country = Landed(fields[7]),
            FileName = name,
            FileRow = at + 1,
        });

    private static string? Landed(string field) => field.Length == 0 ? null : field;

    private static Line LineOf(StgSalesLines row)
    {
        Assert.Equal(row.IsCancellation, row.InvoiceNo.StartsWith('C'));
        return new(
            row.FileName, row.FileRow, row.InvoiceNo, row.StockCode, row.Description, row.Quantity, row.SoldAt, row.UnitPrice, row.CustomerId, row.Country);
    }
}
