using System.Globalization;
using Pipeline.Cli.Watching;
using Spectre.Console;

namespace Pipeline.Cli.Output;

/// <summary>What a save changed, as a unified diff; in colours on a terminal.</summary>
internal sealed class DiffText(TextWriter output)
{
    // Of a column that goes through a whole model, the first screens say enough.
    private const int LongestDiff = 200;
    private const int MostProblems = 20;

    private readonly IAnsiConsole console = TextTable.Console(output);

    public void Write(WatchedSave save, DateTimeOffset at, TimeSpan took)
    {
        var time = at.ToString("HH:mm:ss", CultureInfo.InvariantCulture);
        if (save.Problems.Count > 0)
        {
            foreach (var problem in save.Problems.Take(MostProblems)) Line(problem, "red");
            if (save.Problems.Count > MostProblems) Line($"and {save.Problems.Count - MostProblems} more", "grey");
            Line($"{time}  {Texts.Some(save.Problems.Count, "problem", "problems")}; the SQL stays as it was.", "yellow");
            return;
        }

        var lines = save.Files.SelectMany(f => f.Diff.Count == 0 ? [] : f.Diff.Prepend("+++ " + f.Path).Prepend("--- " + f.Path)).ToList();
        foreach (var line in lines.Take(LongestDiff)) Line(line, Colour(line));
        if (lines.Count > LongestDiff) Line($"and {lines.Count - LongestDiff} lines more", "grey");
        Line($"{time}  {Texts.Some(save.Files.Count, "file", "files")} changed, {save.Unchanged} unchanged, {took.TotalMilliseconds.ToString("0", CultureInfo.InvariantCulture)} ms", "grey");
    }

    private static string Colour(string line) => line switch
    {
        _ when line.StartsWith("--- ", StringComparison.Ordinal) || line.StartsWith("+++ ", StringComparison.Ordinal) => "bold",
        ['+', ..] => "green",
        ['-', ..] => "red",
        ['@', ..] => "cyan",
        _ => "default",
    };

    private void Line(string text, string style) => console.WriteLine(text, Style.Parse(style));
}
