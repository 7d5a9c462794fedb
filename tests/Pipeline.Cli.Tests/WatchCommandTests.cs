using System.Collections.Concurrent;
using System.Text;
using System.Text.RegularExpressions;
using Pipeline.Cli.Commands;
using Pipeline.Cli.Models;
using Pipeline.Testing;

namespace Pipeline.Cli.Tests;

/// <summary>Someone types, saves, mistypes and corrects, while <c>pipeline watch</c> runs over a copy of a model in a folder elsewhere.</summary>
public sealed partial class WatchCommandTests : IDisposable
{
    private const string Model = """
        using Pipeline.Model;

        namespace Shop;

        [Schema] public sealed class Landing;

        [Table<Landing>]
        public sealed class Orders
        {
            [BusinessKey] public int Id { get; init; }
            public int? Quantity { get; init; }
        }

        [View<Landing>]
        public sealed class LargeOrders
        {
            public int Id { get; init; }
            [Define] internal static Query<LargeOrders> Of(Query<Orders> orders) => from o in orders where o.Quantity > 10 select new LargeOrders { Id = o.Id };
        }
        """;

    private readonly string folder = Directory.CreateTempSubdirectory("pipeline-watch-").FullName;
    private readonly Lines output = new();
    private readonly CancellationTokenSource ended = new();

    [Fact]
    public async Task Each_save_writes_the_sql_and_shows_its_difference_and_half_typed_code_keeps_it()
    {
        Write("Shop.csproj", $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup><TargetFramework>net10.0</TargetFramework><Nullable>enable</Nullable></PropertyGroup>
              <Import Project="{RepositoryRoot.File("build", "InRepo.targets")}" />
            </Project>
            """);
        Write("Shop.cs", Model);
        var watch = Task.Run(() => WatchCommand.Watch(new ModelFolder(folder), output, output, ended.Token));

        Assert.Contains("CREATE OR REPLACE VIEW LANDING.LARGE_ORDERS (", output.Until("Watching ", watch), StringComparison.Ordinal);
        Assert.Contains("WHERE orders.QUANTITY > 10", Sql("LANDING/views/LARGE_ORDERS.sql"), StringComparison.Ordinal);

        Write("Shop.cs", Model.Replace("> 10", "> 20", StringComparison.Ordinal));
        var saved = output.Until(" changed, ", watch);
        Assert.Contains("--- LANDING/views/LARGE_ORDERS.sql\n+++ LANDING/views/LARGE_ORDERS.sql\n@@ -", saved, StringComparison.Ordinal);
        Assert.Contains("-WHERE orders.QUANTITY > 10;\n+WHERE orders.QUANTITY > 20;\n", saved, StringComparison.Ordinal);
        Assert.DoesNotContain("deploy.sql", saved, StringComparison.Ordinal);

        // No C#: the compiler's words, and the SQL of before.
        Write("Shop.cs", Model.Replace("> 10", ">", StringComparison.Ordinal));
        Assert.Matches(@"Shop\.cs\(18,\d+\): CS1525: ", output.Until("the SQL stays as it was.", watch));
        Assert.Contains("> 20", Sql("LANDING/views/LARGE_ORDERS.sql"), StringComparison.Ordinal);

        // C#, and no SQL: the rule's words.
        Write("Shop.cs", Model.Replace("o.Quantity > 10", "System.Environment.TickCount > 10", StringComparison.Ordinal));
        Assert.Contains("PL0601: Shop.LargeOrders (LANDING.LARGE_ORDERS): ", output.Until("the SQL stays as it was.", watch), StringComparison.Ordinal);
        Assert.Contains("> 20", Sql("LANDING/views/LARGE_ORDERS.sql"), StringComparison.Ordinal);

        // Whole again, with a file that is new; then without it.
        Write("More.cs", "using Pipeline.Model;\nnamespace Shop;\n[Table<Landing>] public sealed class Returns { [BusinessKey] public int Id { get; init; } }\n");
        output.Until("the SQL stays as it was.", watch);
        Write("Shop.cs", Model);
        Assert.Contains("+CREATE TABLE IF NOT EXISTS LANDING.RETURNS (", output.Until(" changed, ", watch), StringComparison.Ordinal);
        File.Delete(Path.Combine(folder, "More.cs"));
        Assert.Contains("-CREATE TABLE IF NOT EXISTS LANDING.RETURNS (", output.Until(" changed, ", watch), StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(folder, "sql", "LANDING", "tables", "RETURNS.sql")));

        await ended.CancelAsync();
        Assert.Equal(0, await watch);
    }

    public void Dispose()
    {
        ended.Cancel();
        ended.Dispose();
        output.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    private void Write(string file, string text) => File.WriteAllText(Path.Combine(folder, file), text);

    private string Sql(string file) => File.ReadAllText(Path.Combine(folder, "sql", file));

    /// <summary>What was written, to be waited for.</summary>
    private sealed partial class Lines : TextWriter
    {
        private readonly BlockingCollection<string> lines = [];
        private readonly StringBuilder line = new();

        public Lines() => NewLine = "\n";

        public override Encoding Encoding => Encoding.UTF8;

        public override void Write(char value)
        {
            lock (line)
            {
                if (value != '\n')
                {
                    line.Append(value);
                    return;
                }

                lines.Add(Escapes().Replace(line.ToString(), "").TrimEnd());
                line.Clear();
            }
        }

        /// <summary>All lines up to the first that holds the words; an error where it ends without them.</summary>
        public string Until(string words, Task watch)
        {
            var text = new StringBuilder();
            for (var waited = 0; waited < 1200; waited++)
            {
                while (lines.TryTake(out var next, TimeSpan.FromMilliseconds(100)))
                {
                    text.Append(next).Append('\n');
                    if (next.Contains(words, StringComparison.Ordinal)) return text.ToString();
                }

                if (watch.IsCompleted) watch.GetAwaiter().GetResult();
            }

            throw new TimeoutException($"'{words}' doesn't come after:\n{text}");
        }

        // Colours, where there are any.
        [GeneratedRegex("\\x1b\\[[0-9;]*m")]
        private static partial Regex Escapes();
    }
}
