using Spectre.Console;

namespace Pipeline.Cli.Output;

/// <summary>A table without lines, wide enough for its content where no terminal sets a limit.</summary>
internal sealed class TextTable(TextWriter output)
{
    private const int WidthWithoutTerminal = 400;

    private readonly IAnsiConsole console = Console(output);

    /// <param name="columns">Headings; one that begins with '>' stands over numbers, on the right.</param>
    public void Write(IEnumerable<string> columns, IEnumerable<IEnumerable<string>> rows)
    {
        var table = new Table().NoBorder();
        foreach (var column in columns)
        {
            var heading = new TableColumn(new Markup(Markup.Escape(column.TrimStart('>')), new Style(decoration: Decoration.Dim))) { NoWrap = true };
            table.AddColumn(column.StartsWith('>') ? heading.RightAligned() : heading);
        }

        foreach (var row in rows) table.AddRow(row.Select(Cell));
        console.Write(new Padder(table, new Padding(2, 0, 0, 0)));
    }

    private static Text Cell(string text) => new(Printable(text));

    // A value may hold anything; on a screen it holds one line.
    private static string Printable(string text) => string.Concat(text.Select(c => char.IsControl(c) ? '·' : c));

    internal static IAnsiConsole Console(TextWriter output)
    {
        var isTerminal = ReferenceEquals(output, System.Console.Out) && !System.Console.IsOutputRedirected;
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(output),
            Ansi = isTerminal ? AnsiSupport.Detect : AnsiSupport.No,
            ColorSystem = isTerminal ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
        });
        if (!isTerminal) console.Profile.Width = WidthWithoutTerminal;
        return console;
    }
}
