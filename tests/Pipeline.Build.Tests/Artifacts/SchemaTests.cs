using Pipeline.Build.Rendering;
using Pipeline.Build.Writing;
using Pipeline.Catalog;
using Pipeline.Environments;

namespace Pipeline.Build.Tests;

/// <summary>The schema of pipeline.yml is a file of the build where there is a pipeline.yml.</summary>
public sealed class SchemaTests
{
    private static readonly CompiledCatalog Model = CatalogCompletion.Complete(new([new SchemaObject(new(null, "LANDING"), "Retail.Landing"), BuiltModel.Sales with { Url = "s3://retail/", Format = null }]));

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void File_has_a_schema_beside_the_manifest(bool hasFile)
    {
        var files = new SqlArtifactSource().Render(new(Model, Model, DeploymentEnvironment.None, []) { HasEnvironmentFile = hasFile });
        Assert.Equal(hasFile, files.Any(f => f.Path == EnvironmentSchema.FileName));
        Assert.All(files.Where(f => f.Path == EnvironmentSchema.FileName), f => Assert.True(GeneratedHeader.IsIn(f.Path, f.Text)));
    }
}
