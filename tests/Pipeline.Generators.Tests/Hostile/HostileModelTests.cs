using System.Globalization;
using CsCheck;
using DuckDB.NET.Data;
using Pipeline.Catalog;
using Pipeline.Catalog.Json;
using Pipeline.Environments;
using Pipeline.Generators.Reading;
using Pipeline.Generators.Reading.Memo;
using Pipeline.Sql;
using Pipeline.Sql.DuckDb;
using Xunit.Abstractions;

namespace Pipeline.Generators.Tests.Hostile;

/// <summary>Whatever texts and names a model holds: the SQL has the same words as that of a tame model, and the texts as their values.</summary>
/// <remarks><c>PIPELINE_TEXTS=10000 dotnet test tests/Pipeline.Generators.Tests --filter HostileModel</c> tries more models.</remarks>
public sealed class HostileModelTests(ITestOutputHelper output)
{
    private static readonly int Models = int.Parse(Environment.GetEnvironmentVariable("PIPELINE_TEXTS") ?? "25", CultureInfo.InvariantCulture);

    private static readonly Gen<HostileChoice> Choices = Gen.Select(
        HostileTexts.Literal.Array[97], HostileTexts.Option.Array[89], HostileTexts.Name.Array[83], HostileTexts.Identifier.Array[79], HostileTexts.Document.Array[73], HostileTexts.Literal,
        (literals, options, names, identifiers, documents, file) => new HostileChoice(literals, options, names, identifiers, documents, file + ".cs"));

    private static readonly Lazy<CompiledCatalog> TameCatalog = new(() => Catalog(HostileModel.Tame));

    [Fact]
    public void Tame_model_compiles_and_has_every_place_in_its_sql()
    {
        Assert.DoesNotContain(HostileModel.Tame.Compile().GetDiagnostics(), d => d.Severity == Microsoft.CodeAnalysis.DiagnosticSeverity.Error && d.Id is not "CS8618");
        var sql = string.Concat(Files(TameCatalog.Value).Select(f => f.Text));
        var missing = HostileModel.Tame.Places.Where(p => p.Tame == p.Hostile && p.Tame.StartsWith("lit", StringComparison.Ordinal) && !sql.Contains(p.Tame, StringComparison.Ordinal)).Select(p => p.Tame).ToList();
        Assert.True(missing.Count == 0, string.Join(", ", missing));
    }

    [Fact]
    public void Texts_and_names_of_a_model_stay_in_their_places() => Choices.Sample(
        choice =>
        {
            var model = HostileModel.Of(choice);
            var comparison = new SqlComparison(model.Places);
            var tame = Files(TameCatalog.Value);
            var hostile = Files(Catalog(model));
            Assert.Equal(tame.Count, hostile.Count);
            foreach (var (expected, actual) in tame.Zip(hostile))
            {
                if (comparison.Difference(expected.Text, actual.Text) is { } difference) Assert.Fail($"{actual.Path}: {difference}\n{actual.Text}");
                Assert.False(Scripted(actual.Text), $"A client would replace something in {actual.Path}:\n{actual.Text}");
            }
        },
        iter: Models, threads: 1, writeLine: output.WriteLine);

    [Fact]
    public void Texts_and_names_stay_in_their_places_in_the_manifest_and_the_template_of_AWS() => Choices.Sample(
        choice =>
        {
            var model = HostileModel.Of(choice);
            var catalog = Catalog(model);
            var comparison = new SqlComparison(model.Places);
            var hostile = Json(catalog);
            Assert.Equal(["aws/template.json", "manifest.json"], hostile.Select(f => f.Path).Order(StringComparer.Ordinal));
            foreach (var (expected, actual) in Json(TameCatalog.Value).Zip(hostile))
            {
                if (JsonComparison.Difference(comparison, expected.Text, actual.Text) is { } difference) Assert.Fail($"{actual.Path}: {difference}");
            }

            // What another command reads is what this build wrote.
            var completed = CatalogCompletion.Complete(catalog);
            Assert.Equal(completed.Objects, CatalogJson.ReadManifest(CatalogJson.WriteManifest(completed)).Objects);
        },
        iter: Models, threads: 1, writeLine: output.WriteLine);

    [Fact]
    public void Texts_and_names_stay_in_their_places_in_a_backfill() => Choices.Sample(
        choice =>
        {
            var model = HostileModel.Of(choice);
            var (tame, hostile) = (Backfill(TameCatalog.Value), Backfill(Catalog(model)));
            if (new SqlComparison(model.Places).Difference(tame, hostile) is { } difference) Assert.Fail($"{difference}\n{hostile}");
            Assert.False(Scripted(hostile), hostile);
        },
        iter: Models, threads: 1, writeLine: output.WriteLine);

    [Fact]
    public void Literals_of_a_query_are_what_DuckDB_selects() => Choices.Sample(
        choice =>
        {
            var model = HostileModel.Of(choice);
            var catalog = CatalogCompletion.Complete(Catalog(model));
            var view = catalog.All<ViewObject>().Single(v => v.ClassName.EndsWith(".Texts", StringComparison.Ordinal));
            var table = catalog.All<TableObject>().Single(t => t.Columns.Any(c => c.Mask is not null));
            using var connection = new DuckDBConnection("Data Source=:memory:");
            connection.Open();
            Execute(connection, "CREATE SCHEMA " + DuckDbDialect.Instance.Identifier(table.Name.Schema!));
            Execute(connection, DuckDbDialect.Instance.CreateTable(table));
            Execute(connection, $"INSERT INTO {DuckDbDialect.Instance.ObjectName(table.Name)} ({DuckDbDialect.Instance.Identifier(table.Columns[0].Name)}, {DuckDbDialect.Instance.Identifier(table.Columns[2].Name)}) VALUES ('x', 'None')");
            using var command = connection.CreateCommand();
            command.CommandText = DuckDbDialect.Instance.Query(view.Query);
            using var reader = command.ExecuteReader();
            Assert.True(reader.Read());
            Assert.Equal([model.Selected[0], model.Selected[1] + model.Selected[2], model.Selected[3]], [reader.GetString(1), reader.GetString(2), reader.GetString(3)]);
        },
        iter: Models, threads: 1, writeLine: output.WriteLine);

    [Fact]
    public void Values_of_an_environment_stay_in_their_places() => HostileTexts.Option.Array[4].Sample(
        texts =>
        {
            const string Model = """
                [Schema] public sealed class S;
                [StorageIntegration(RoleArn = "${arn}", AllowedLocations = ["${root}/"], ExternalId = "${id}")] public sealed class I;
                [Stage<S>("${root}/a/")] public sealed class St;
                [CsvFormat<S>(NullIf = ["${null}"])] public sealed class C;
                """;
            var catalog = Read(Model);
            try
            {
                var comparison = new SqlComparison([.. texts.Select((t, i) => ($"lit{i}x", t))]);
                var hostile = Files(CatalogBinding.Bind(catalog, EnvironmentOf(texts)));
                foreach (var (expected, actual) in Files(CatalogBinding.Bind(catalog, EnvironmentOf(["lit0x", "lit1x", "lit2x", "lit3x"]))).Zip(hostile))
                {
                    if (comparison.Difference(expected.Text, actual.Text) is { } difference) Assert.Fail($"{actual.Path}: {difference}\n{actual.Text}");
                }
            }
            catch (EnvironmentException e) when (e.Message.Contains("looks like a secret", StringComparison.Ordinal))
            {
                // Refused, as it should be.
            }
        },
        iter: Models * 10, threads: 1, writeLine: output.WriteLine);

    private static DeploymentEnvironment EnvironmentOf(string[] texts) => PipelineYaml.Read(
        $"values:\n  arn: {Yaml(texts[0])}\n  root: {Yaml(texts[1])}\n  id: {Yaml(texts[2])}\n  \"null\": {Yaml(texts[3])}\n", "pipeline.yml").Find(null);

    // In single quotes where these hold it, else in double quotes with escapes.
    private static string Yaml(string text) => text.All(c => c is >= ' ' and <= '~')
        ? "'" + text.Replace("'", "''", StringComparison.Ordinal) + "'"
        : "\"" + string.Concat(text.EnumerateRunes().Select(r => r.Value is >= ' ' and <= '~' and not ('"' or '\\') ? r.ToString() : $"\\U{r.Value:x8}")) + "\"";

    private static IReadOnlyList<Artifact> Files(CompiledCatalog catalog) => [.. ArtifactFiles.Render(catalog, catalog).Where(f => f.Path.EndsWith(".sql", StringComparison.Ordinal))];

    private static IReadOnlyList<Artifact> Json(CompiledCatalog catalog) => [.. ArtifactFiles.Render(catalog, catalog).Where(f => f.Path.EndsWith(".json", StringComparison.Ordinal))];

    private static string Backfill(CompiledCatalog catalog) =>
        BackfillScript.Snowflake(catalog, catalog.All<TableObject>().Single(t => t.ClassName.EndsWith(".Plain", StringComparison.Ordinal)).Name, new(new(2024, 1, 1), new DateTime(2024, 2, 1)));

    private static CompiledCatalog Catalog(HostileModel model) => Sound(ModelReading.Read(model.Compile(), new ReadingMemo(), CancellationToken.None));

    private static CompiledCatalog Read(string model) => Sound(ModelReading.Read(ModelText.Compile(model), new ReadingMemo(), CancellationToken.None));

    private static CompiledCatalog Sound(ModelReading reading)
    {
        Assert.Empty(reading.Objects.SelectMany(o => o.Findings).Select(f => $"{f.Rule} {f.Message}"));
        return new(reading.Objects);
    }

    private static bool Scripted(string sql) => sql.Contains("<%", StringComparison.Ordinal) || sql.Contains("{{", StringComparison.Ordinal)
        || sql.Where((c, i) => c == '&' && i + 1 < sql.Length && (char.IsAsciiLetter(sql[i + 1]) || sql[i + 1] is '_' or '{')).Any();

    private static void Execute(DuckDBConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
