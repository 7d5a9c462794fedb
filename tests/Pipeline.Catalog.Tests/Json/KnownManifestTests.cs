using Pipeline.Catalog.Json;

namespace Pipeline.Catalog.Tests.Json;

/// <summary>A manifest that is compared with a model reads what differs, and gives what reading the whole gives.</summary>
public sealed class KnownManifestTests
{
    private static readonly CompiledCatalog Model = CatalogCompletion.Complete(SmallRetail.Catalog);

    private static readonly string Manifest = CatalogJson.WriteManifest(Model);

    [Fact]
    public void Objects_that_are_written_as_they_are_known_are_the_known_ones()
    {
        var read = CatalogJson.ReadManifest(Manifest, Model);

        Assert.Equal(Model.Objects.Count, read.Objects.Count);
        Assert.All(read.Objects.Zip(Model.Objects), pair => Assert.Same(pair.Second, pair.First));
    }

    [Fact]
    public void Objects_that_differ_are_read()
    {
        var renamed = Manifest.Replace("\"ETL.ROOT_TASK\"", "\"ETL.FIRST_TASK\"", StringComparison.Ordinal);
        Assert.NotEqual(Manifest, renamed);

        var read = CatalogJson.ReadManifest(renamed, Model);

        Assert.Equal(CatalogJson.ReadManifest(renamed), read);
        Assert.Contains(read.Objects.Zip(Model.Objects), pair => ReferenceEquals(pair.First, pair.Second));
        Assert.Contains(read.Objects.Zip(Model.Objects), pair => !ReferenceEquals(pair.First, pair.Second));
    }

    [Fact]
    public void Objects_that_are_gone_and_new_ones_are_as_the_manifest_says()
    {
        var shorter = new CompiledCatalog(Model.Objects.Skip(2).ToEquatableArray());

        Assert.Equal(shorter, CatalogJson.ReadManifest(CatalogJson.WriteManifest(shorter), Model));
        Assert.Equal(Model, CatalogJson.ReadManifest(Manifest, shorter));
        Assert.Equal(new([]), CatalogJson.ReadManifest(CatalogJson.WriteManifest(new([])), Model));
    }

    // Version control may have changed its line ends, and an editor its indentation.
    [Theory]
    [InlineData("\n", "\r\n")]
    [InlineData("\n  ", "\n\t")]
    [InlineData("\n", "")]
    public void Manifest_that_is_laid_out_otherwise_is_read_as_a_whole(string find, string replace) =>
        Assert.Equal(Model, CatalogJson.ReadManifest(Manifest.Replace(find, replace, StringComparison.Ordinal), Model));

    [Theory]
    [InlineData(",\n    {\n      \"kind\"", ",\n<<<<<<< HEAD\n    {\n      \"kind\"", "unexpected '<'")]
    [InlineData("      \"kind\": \"TableObject\",\n", "=======\n      \"kind\": \"TableObject\",\n", "unexpected '='")]
    [InlineData("\"kind\": \"TableObject\"", "\"kind\": \"Elephant\"", "no CatalogObject")]
    public void Manifest_that_was_spoiled_is_refused_as_if_nothing_were_known(string find, string replace, string reason)
    {
        var at = Manifest.LastIndexOf(find, StringComparison.Ordinal);
        var spoiled = Manifest.Remove(at, find.Length).Insert(at, replace);

        var error = Assert.Throws<CatalogFormatException>(() => CatalogJson.ReadManifest(spoiled, Model));

        Assert.Contains(reason, error.Message, StringComparison.Ordinal);
        Assert.Equal(Assert.Throws<CatalogFormatException>(() => CatalogJson.ReadManifest(spoiled)).Message, error.Message);
    }

    [Fact]
    public void Manifest_that_was_cut_off_is_refused() =>
        Assert.Contains("ends too early", Assert.Throws<CatalogFormatException>(() => CatalogJson.ReadManifest(Manifest[..(Manifest.Length / 3)], Model)).Message, StringComparison.Ordinal);
}
