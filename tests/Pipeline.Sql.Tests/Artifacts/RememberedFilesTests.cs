using System.Globalization;
using System.Text.RegularExpressions;
using Pipeline.Catalog;
using Pipeline.Catalog.Json;
using Pipeline.Catalog.Memory;
using Pipeline.Testing;
using Xunit;

namespace Pipeline.Sql.Tests.Artifacts;

/// <summary>What is remembered of the last build is what this one would make: after any change of any object, the files are those of a build that remembers nothing.</summary>
public partial class RememberedFilesTests
{
    public static TheoryData<string> Models => ["samples/RetailModel", "tests/FactKinds", "tests/Language", "tests/OnlineRetail"];

    [Theory]
    [MemberData(nameof(Models))]
    public void After_random_changes_of_a_model_its_files_are_those_of_a_build_that_remembers_nothing(string model)
    {
        var random = new Random(model.Length);
        var objects = Objects(model);
        var memory = new CatalogMemory();
        var (compared, kept) = (0, 0);
        Assert.Equal("", string.Concat(Files(objects, memory).Where(f => f.Path.Length == 0).Select(f => f.Text)));
        var pieces = memory.Pieces.Count;
        for (var change = 0; change < Changes; change++)
        {
            // A model of which too much has gone or is wrong tells nothing any more.
            if (change % 50 == 49) objects = Objects(model);
            if (ChangedObjects.Of(objects, random) is not { } changed) continue;
            var (remembered, anew) = (Files(changed.Objects, memory), Files(changed.Objects, new()));
            Assert.True(remembered.SequenceEqual(anew), $"Change {change}, of {changed.What}: {Difference(remembered, anew)}");
            compared++;
            // A model that can't be rendered says so either way; the next change is made of one that can.
            if (anew is [{ Path: "" }]) continue;
            if (memory.Made < pieces / 4) kept++;
            objects = changed.Objects;
        }

        // Most changes reach few files: otherwise nothing was tried.
        Assert.True(compared > Changes / 3, $"{compared} changes were compared");
        Assert.True(kept > compared / 4, $"of {compared} changes, {kept} left three quarters as they were");
    }

    [Fact]
    public void Another_basis_remembers_nothing()
    {
        var memory = new CatalogMemory();
        _ = Files(Objects("tests/FactKinds"), memory, "templates of the package");
        var all = memory.Made;

        _ = Files(Objects("tests/FactKinds"), memory, "templates of the package");
        Assert.Equal(0, memory.Made);
        _ = Files(Objects("tests/FactKinds"), memory, "a template of the user's");
        Assert.Equal(all, memory.Made);
    }

    [Fact]
    public void What_is_made_anew_after_an_edit_is_no_more_in_a_large_model()
    {
        Assert.Equal(MadeAfterAnEdit(copies: 2), MadeAfterAnEdit(copies: 12));
        Assert.InRange(MadeAfterAnEdit(copies: 2), 1, 20);
    }

    // The catalog of several models side by side that know nothing of each other, in one of which a load says something else.
    private static int MadeAfterAnEdit(int copies)
    {
        var objects = Enumerable.Range(1, copies).SelectMany(i => Objects("tests/OnlineRetail").Select(o => Renamed(o, i))).ToList();
        var memory = new CatalogMemory();
        _ = Files(objects, memory);
        var at = objects.FindIndex(o => o is FactObject { Loads.Count: > 0 });
        var (fact, load) = ((FactObject)objects[at], ((FactObject)objects[at]).Loads[0]);
        var query = (SelectQuery)load.Query;
        objects[at] = fact with { Loads = [load with { Query = query with { Where = new IsNullExpression(query.Columns[0].Value, Negated: true) } }, .. fact.Loads.Skip(1)] };
        _ = Files(objects, memory);
        return memory.Made;
    }

    private static CatalogObject Renamed(CatalogObject item, int copy)
    {
        var json = CatalogJson.Write(item);
        foreach (var schema in new[] { "LANDING", "STAGING", "CURATED", "ANALYTICS", "RAW", "MARTS", "ONLINE" })
        {
            json = json.Replace($"\"{schema}", string.Create(CultureInfo.InvariantCulture, $"\"C{copy}_{schema}"), StringComparison.Ordinal);
        }

        return CatalogJson.ReadObject(json);
    }

    private static int Changes => int.TryParse(Environment.GetEnvironmentVariable("PIPELINE_CHANGES"), CultureInfo.InvariantCulture, out var changes) ? changes : 60;

    // What the model itself declares, with a value for what its environments say; the platform adds the rest anew.
    private static List<CatalogObject> Objects(string model) =>
    [
        .. CatalogJson.ReadManifest(Placeholder().Replace(File.ReadAllText(RepositoryRoot.File([.. model.Split('/'), "sql", "manifest.json"])), "ACME.MAIN"))
            .Objects.Where(o => o.ClassName.Length > 0),
    ];

    [GeneratedRegex(@"\$\{[^}]*\}")]
    private static partial Regex Placeholder();

    private static List<Artifact> Files(IReadOnlyList<CatalogObject> objects, CatalogMemory memory, string basis = "")
    {
        try
        {
            var catalog = new CompiledCatalog(objects.ToEquatableArray());
            memory.Begin(basis);
            var files = ArtifactFiles.Render(catalog, catalog, memory: memory);
            memory.End();
            return [.. files];
        }
        catch (Exception e)
        {
            return [new("", $"{e.GetType().Name}: {e.Message}")];
        }
    }

    private static string Difference(List<Artifact> remembered, List<Artifact> anew) =>
        string.Join("; ", anew.Concat(remembered).Where(f => !anew.Contains(f) || !remembered.Contains(f)).Select(f => f.Path.Length == 0 ? f.Text : f.Path).Distinct().Take(5));
}
