using System.Text.RegularExpressions;

namespace Loads.Tests.Mutations;

/// <summary>Mutants that no history tells, and why nothing is wrong with them.</summary>
/// <param name="Kind">The kind of reason.</param>
/// <param name="Reason">Why what they do comes to the same.</param>
/// <param name="Pattern">How their names begin, with * for any text and $ for the end.</param>
internal sealed record SurvivingMutants(string Kind, string Reason, string Pattern)
{
    private readonly Regex regex = new("^" + string.Join(".*", Pattern.TrimEnd('$').Split('*').Select(Regex.Escape)) + (Pattern.EndsWith('$') ? "$" : ""));

    public bool Has(string name) => regex.IsMatch(name);

    /// <summary>Reads the list: a kind in a line that begins with ##, a reason in a line of its own, and below it, further in, the mutants that have it.</summary>
    public static IReadOnlyList<SurvivingMutants> Read(string file)
    {
        var (kind, reason, mutants) = ("", "", new List<SurvivingMutants>());
        foreach (var line in File.ReadAllLines(file).Where(l => l.Length > 0))
        {
            if (line.StartsWith("## ", StringComparison.Ordinal)) (kind, reason) = (line[3..], "");
            else if (line[0] == ' ') mutants.Add(new(kind, reason, line.Trim()));
            else if (line[0] != '#') reason = line;
        }

        return mutants;
    }
}
