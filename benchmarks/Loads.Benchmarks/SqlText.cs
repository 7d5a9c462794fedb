using System.Globalization;
using System.Reflection;

namespace Loads.Benchmarks;

/// <summary>A script of this project, with values put in for the names in braces.</summary>
internal static class SqlText
{
    public static string Read(string path, params (string Name, object Value)[] values)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(path)
            ?? throw new FileNotFoundException($"{path} is no script of the benchmarks.", path);
        using var reader = new StreamReader(stream);
        return Fill(reader.ReadToEnd(), values);
    }

    public static string Fill(string text, params (string Name, object Value)[] values) => values.Aggregate(
        text, (filled, value) => filled.Replace("{" + value.Name + "}", Convert.ToString(value.Value, CultureInfo.InvariantCulture), StringComparison.Ordinal));
}
