using System.Globalization;

namespace Functions.Tests;

/// <summary>The arguments: nulls, nothing, other alphabets, negative numbers, halves, leap days, the ends of years, clocks that jump.</summary>
internal static class TriedRows
{
    private static readonly Texts[] TextRows =
    [
        Text(1, null, "abc", ",", 1),
        Text(2, "", "", ",", 0),
        Text(3, "a,b,c", "a,c,b", ",", 2),
        Text(4, "hello wORLD-foo", "hello", "o", -2),
        Text(5, "żółć é😀é", "zolc", "ł", 4),
        Text(6, "kitten", "sitting", "t", 99),
        Text(7, "  padded\t\n", null, "dd", 3),
        Text(8, "100%_sure!", "100%", "%", -1),
        Text(9, "https://me@host.example:8080/a/b.html?x=1&y=2#top", "https://host.example", "/", 4),
        Text(10, "ftp://h/", "%", "//", 2),
        Text(11, "2024-02-29", "2024-02-%", "-", 3),
        Text(12, "2023-02-29 00:00:00", "_023%", ":", 1),
        Text(13, "2024-12-31 23:59:59", "MARTHA", "", 1),
        Text(14, "12:30:15", "marhta", ":", -3),
        Text(15, "-1234.565", "x", ".", 2),
        Text(16, "2147483647", "9", "7", 1),
        Text(17, "1e3", "E", "e", 1),
        Text(18, "9999999999.999", "", "999", 3),
        Text(19, "1_000", "", "_", 1),
        Text(20, "YES", "no", "E", 2),
        Text(21, "off", "on", "f", 2),
        Text(22, "68C3A9", "68c3a9", "C", 1),
        Text(23, "aMOpbGxv", "AMOPBGXV", "b", 2),
        Text(24, "a1b22c333", "a1", "22", 2),
        Text(25, "line\nbreak\\n b c", "%\nb%", "\n", 2),
        Text(26, "Aa'b\"c", "aA'B\"C", "'", 2),
    ];

    private static readonly Numbers[] NumberRows =
    [
        Number(1, null, null, null, 0, 0, null),
        Number(2, 0m, 0m, 0, 1, 0.5, 0),
        Number(3, 1.005m, 3m, 1, 2, -0.5, 7),
        Number(4, -1.005m, 0m, -1, 3, 1, -7),
        Number(5, 2.500m, -0.07m, 255, 4, -1, 2),
        Number(6, -2.500m, null, 1024, 5, 0.1, 3),
        Number(7, 0.300m, 0.1m, 4294967296, 6, 2.25, 10),
        Number(8, 0.799m, 7m, long.MaxValue, 7, -2.25, 11),
        Number(9, 0.700m, 9m, long.MinValue, 8, 3.999, int.MaxValue),
        Number(10, 999999999.999m, 0.03m, 12345678901, 9, 0.000001, int.MinValue),
        Number(11, -999999999.999m, 13m, -12345678901, 10, -3.5, 5),
        Number(12, 0.125m, 8m, 42, 3, 1.5, -3),
    ];

    private static readonly Times[] TimeRows =
    [
        Time(1, "2024-01-01 00:00:00", "2023-12-31 23:59:59.999999", "2024-01-31", "2024-02-29", 1, 0),
        Time(2, "2024-02-29 10:59:59.123456", "2024-02-29 11:00:00", "2024-02-29", "2024-03-31", 12, 1700000000),
        Time(3, "2023-12-31 23:59:59.999999", null, "2023-12-31", null, -1, -1),
        Time(4, "1969-12-31 23:59:58.5", "1970-01-01 00:00:00", "1969-12-29", "1970-01-04", -13, 86399),
        Time(5, "2021-01-03 12:34:56", "2021-01-04 00:00:00", "2021-01-03", "2021-01-04", 0, 951782400),
        Time(6, "2024-03-10 07:30:00", "2024-03-31 02:30:00", "2024-03-10", "2024-03-10", 13, 1709251199),
        Time(7, "2024-11-03 06:30:00", "2024-10-27 02:30:00", "2024-11-03", "2024-04-30", 25, 253402300799),
        Time(8, "1900-01-08 00:00:00", "9999-12-30 23:59:59", "0004-02-29", "9998-12-31", 3, -62135596800),
        Time(9, "2020-12-31 18:45:00.000001", "2026-12-31 00:00:00", "2020-12-31", "2026-01-01", -3, 1577836800),
    ];

    private static readonly Documents[] DocumentRows =
    [
        Document(1, null, null, null, """a""", 0),
        Document(2, """{"a":1,"b":{"c":2},"z":null}""", null, """{"a":[1,2]}""", """a""", 1),
        Document(3, """[1,"a",null,"a",1,{"a":1},[1]]""", """["a","b"]""", """[1,2,""", """a""", 2),
        Document(4, """[]""", """[]""", "", """b""", 0),
        Document(5, """["a"]""", """{"a":1}""", """null""", """a""", 0),
        Document(6, "\"text\"", """[1]""", "\"x\"", """text""", 1),
        Document(7, """1""", """[1]""", """1""", """1""", 0),
        Document(8, """-1.5""", """[]""", """1.50""", """x""", 3),
        Document(9, """true""", """[true]""", """true""", """true""", 0),
        Document(10, """{}""", """[]""", """a,b,,c""", """,""", 1),
        Document(11, """[true,false,1.5,"é"]""", """[1.5]""", """{"é":"ü"}""", """é""", 3),
        Document(12, """{"a":"x","a b":[1],"é":1.25}""", null, """ [1] """, """a b""", 2),
    ];

    private static readonly Measures[] MeasureRows =
    [
        Measure(1, "a", 10.10m, 1.5, 5, "x"),
        Measure(2, "a", 20.25m, 2.5, 5, "y"),
        Measure(3, "a", 30.35m, 7.5, 3, "x"),
        Measure(4, "a", null, 1, 12, null),
        Measure(5, "a", 30.35m, 4, null, "b"),
        Measure(6, "a", -4.00m, null, 5, "ä"),
        Measure(7, "b", 7.00m, 1, 1, "one"),
        Measure(8, null, null, null, null, null),
        Measure(9, null, null, null, null, null),
        Measure(10, "c", 0.01m, 0.1, 7, ""),
        Measure(11, "c", 9999999999.99m, -0.1, 7, "z"),
    ];

    public static readonly IReadOnlyDictionary<Type, object> All = new Dictionary<Type, object>
    {
        [typeof(Texts)] = TextRows, [typeof(Numbers)] = NumberRows, [typeof(Times)] = TimeRows, [typeof(Documents)] = DocumentRows, [typeof(Measures)] = MeasureRows,
    };

    private static Texts Text(int id, string? text, string? other, string separator, int number) =>
        new() { Id = id, Text = text, Other = other, Separator = separator, Number = number };

    private static Numbers Number(int id, decimal? amount, decimal? divisor, long? bits, int small, double angle, int? whole) =>
        new() { Id = id, Amount = amount, Divisor = divisor, Bits = bits, Small = small, Angle = angle, Whole = whole };

    private static Times Time(int id, string at, string? until, string day, string? later, int amount, long epoch) => new()
    {
        Id = id, At = DateTime.Parse(at, CultureInfo.InvariantCulture), Until = until is null ? null : DateTime.Parse(until, CultureInfo.InvariantCulture),
        Day = DateOnly.Parse(day, CultureInfo.InvariantCulture), Later = later is null ? null : DateOnly.Parse(later, CultureInfo.InvariantCulture), Amount = amount, Epoch = epoch,
    };

    private static Documents Document(int id, string? document, string? other, string? json, string key, int place) => new()
    {
        Id = id, Document = document is null ? null : Variant.Parse(document), Other = other is null ? null : Variant.Parse(other), Json = json, Key = key, Place = place,
    };

    private static Measures Measure(int id, string? part, decimal? amount, double? level, int? bits, string? name) =>
        new() { Id = id, Part = part, Amount = amount, Level = level, Bits = bits, Name = name };
}
