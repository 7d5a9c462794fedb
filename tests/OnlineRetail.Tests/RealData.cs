using System.Reflection;

namespace OnlineRetail.Tests;

/// <summary>The daily files of the UCI "Online Retail" data set, which are not part of this repository.</summary>
internal static class RealData
{
    private const string Absent =
        "the Online Retail files aren't here: set ONLINE_RETAIL_DATA to the folder of sales_YYYYMMDD.csv, or put it at ../shared/data/online-retail";

    /// <summary>The files in the order of their days. Without them the test is skipped; in CI it fails.</summary>
    public static IReadOnlyList<string> Files()
    {
        var folder = Environment.GetEnvironmentVariable("ONLINE_RETAIL_DATA") is { Length: > 0 } named
            ? named
            : Path.Combine(RepositoryRoot, "..", "shared", "data", "online-retail");
        var files = Directory.Exists(folder) ? Directory.GetFiles(folder, "sales_*.csv") : [];
        if (files.Length == 0)
        {
            Assert.False(Environment.GetEnvironmentVariable("CI") == "true", Absent);
            Skip.If(true, Absent);
        }

        return [.. files.Order(StringComparer.Ordinal)];
    }

    /// <summary>The 68 files that others have counted. Where the folder holds others, the test is skipped.</summary>
    public static IReadOnlyList<string> CountedFiles()
    {
        var counted = Files().Where(file => string.CompareOrdinal(Path.GetFileName(file), "sales_20110228.csv") <= 0).ToList();
        Skip.If(counted.Count != 68, "the folder holds other files than those of December 2010 to February 2011");
        return counted;
    }

    public static string RepositoryRoot { get; } = typeof(RealData).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .First(attribute => attribute.Key == "RepositoryRoot").Value!;
}
