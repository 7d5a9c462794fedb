namespace Pipeline.Build.Tests.Packages;

/// <summary>Packs once for all tests that install the package.</summary>
[CollectionDefinition(Name)]
public sealed class PackageCollection : ICollectionFixture<PackedPipeline>
{
    public const string Name = "package";
}
