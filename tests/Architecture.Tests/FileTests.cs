using System.Text.RegularExpressions;

namespace Architecture.Tests;

public sealed partial class FileTests
{
    private const int LongestFile = 400;

    private static readonly string[] TextFiles = [".cs", ".csproj", ".props", ".targets", ".md", ".yml", ".json", ".sql", ".sh", ".txt", ".editorconfig"];

    private static IEnumerable<string> Texts => Repository.Files.Where(f => TextFiles.Contains(Path.GetExtension(f)));

    // This file spells what it forbids.
    private static IEnumerable<string> Sources => Repository.SourceFiles.Where(f => !f.EndsWith("/FileTests.cs", StringComparison.Ordinal));

    [Fact]
    public void No_file_names_a_path_of_one_machine() => Assert.Empty(Lines(Texts, MachinePath()));

    [Fact]
    public void Type_is_named_after_its_subject() => Assert.Empty(Lines(Sources, VagueType()));

    [Fact]
    public void Nothing_is_left_to_be_done_in_a_comment() => Assert.Empty(Lines(Sources, Leftover()));

    [Fact]
    public void File_has_one_subject() =>
        Assert.DoesNotContain(Sources, f => File.ReadLines(Path.Combine(Repository.Root, f)).Count() > LongestFile);

    [Fact]
    public void Room_is_free_of_the_clock_chance_and_the_culture_of_the_machine() => Assert.Empty(Lines(
        Sources.Where(f => PureRooms().IsMatch(f)), Impure()));

    private static IEnumerable<string> Lines(IEnumerable<string> files, Regex wrong) =>
        from file in files
        where !file.EndsWith("/FileTests.cs", StringComparison.Ordinal)
        from line in Repository.Read(file).Split('\n').Select((text, index) => (Text: text, Number: index + 1))
        where wrong.IsMatch(line.Text)
        select $"{file}({line.Number}): {line.Text.Trim()}";

    [GeneratedRegex(@"(?<![\w.}/])/(work|home|Users|root)/\w|[A-Z]:\\Users\\")]
    private static partial Regex MachinePath();

    // A manager of a region is a person: a role of the sample.
    [GeneratedRegex(@"\b(class|record|struct|interface|enum) (?!(East|West)Manager\b)\w*(Helpers?|Utils?|Utilities|Manager|Service|Processor|Info)\b")]
    private static partial Regex VagueType();

    [GeneratedRegex(@"//.*\b(TODO|FIXME|HACK|XXX)\b|NotImplementedException")]
    private static partial Regex Leftover();

    [GeneratedRegex("^src/Pipeline[.](Catalog|Sql|Environments|Generators|Build)/")]
    private static partial Regex PureRooms();

    [GeneratedRegex(@"\bDateTime(Offset)?\.(UtcNow|Now|Today)|Guid\.NewGuid|new Random|Random\.Shared|CultureInfo\.Current|\.To(Upper|Lower)\(\)")]
    private static partial Regex Impure();
}
