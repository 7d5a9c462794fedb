using System.Reflection;
using System.Reflection.Emit;
using Pipeline.Catalog;
using Pipeline.Catalog.Json;
using Pipeline.Model;

namespace Pipeline.Build.Tests;

/// <summary>Assemblies as the compiler leaves them, with a catalog in them.</summary>
internal static class ModelAssembly
{
    /// <summary>An assembly that carries the objects and their header.</summary>
    public static void Write(string path, params CatalogObject[] objects) => WriteParts(path,
        [(CatalogHeader.PartName, CatalogHeader.Write(objects.Length)), .. objects.Select(o => (o.Name.ToString(), CatalogJson.Write(o)))]);

    public static void WriteParts(string path, params (string Name, string Json)[] parts)
    {
        var assembly = new PersistedAssemblyBuilder(new AssemblyName(Path.GetFileNameWithoutExtension(path)), typeof(object).Assembly);
        assembly.DefineDynamicModule("model");
        var constructor = typeof(CatalogPartAttribute).GetConstructor([typeof(string), typeof(string)])!;
        foreach (var (name, json) in parts) assembly.SetCustomAttribute(new CustomAttributeBuilder(constructor, [name, json]));
        assembly.Save(path);
    }
}
