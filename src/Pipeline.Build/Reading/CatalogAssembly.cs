using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Runtime.CompilerServices;
using Pipeline.Catalog;
using Pipeline.Catalog.Json;

namespace Pipeline.Build.Reading;

/// <summary>Reads the catalog out of a compiled assembly's metadata; no code of the assembly is run.</summary>
public static class CatalogAssembly
{
    private const string AttributeNamespace = "Pipeline.Model";
    private const string AttributeName = "CatalogPartAttribute";

    // Who renders again and again keeps the parts that stay the same.
    private static readonly ConditionalWeakTable<CatalogPart, CatalogObject> Known = new();

    /// <summary>The parts, checked to be all of them.</summary>
    /// <exception cref="BuildException">The assembly has no catalog, or not a whole one.</exception>
    public static IReadOnlyList<CatalogPart> ReadParts(string path) => Whole(Path.GetFileNameWithoutExtension(path), ReadAttributes(path));

    /// <summary>The parts without their header, which tells whether they are all there.</summary>
    /// <exception cref="BuildException">There is no header, or not everything that it tells of.</exception>
    public static IReadOnlyList<CatalogPart> Whole(string name, IReadOnlyList<CatalogPart> parts)
    {
        var headers = parts.Where(p => p.Name == CatalogHeader.PartName).ToList();
        if (headers.Count != 1)
        {
            throw new BuildException(new BuildError(BuildErrorCodes.CatalogMissing, headers.Count == 0
                ? $"{name} carries no catalog, so its SQL can't be written. The generator of Pipeline.Model didn't run: it needs the .NET 10 SDK; "
                    + "CS9057 or CS8032 among the warnings says more."
                : $"{name} carries {headers.Count} catalogs; reference Pipeline.Model once."));
        }

        var objects = parts.Where(p => p.Name != CatalogHeader.PartName).OrderBy(p => p.Name, StringComparer.Ordinal).ToList();
        Check(name, headers[0].Json, objects.Count);
        return objects;
    }

    /// <summary>The objects of the parts, in no order that matters.</summary>
    /// <exception cref="BuildException">A part is no object.</exception>
    public static CompiledCatalog ReadCatalog(IReadOnlyList<CatalogPart> parts) => new(SideBySide.Of(parts, Object).ToEquatableArray());

    /// <summary>The object of a part.</summary>
    /// <exception cref="BuildException">The part is no object.</exception>
    public static CatalogObject Object(CatalogPart part) => Known.GetValue(part, ReadObject);

    private static CatalogObject ReadObject(CatalogPart part)
    {
        try
        {
            return CatalogJson.ReadObject(part.Json);
        }
        catch (CatalogFormatException e)
        {
            throw Unreadable($"The catalog's {part.Name} can't be read: {e.Message} Rebuild the project.");
        }
    }

    private static void Check(string assembly, string header, int objects)
    {
        try
        {
            var (format, expected) = CatalogHeader.Read(header);
            if (format != CompiledCatalog.Format)
            {
                throw Unreadable($"{assembly} carries a catalog of format {format}, and this build reads {CompiledCatalog.Format}; rebuild the project.");
            }

            if (expected != objects)
            {
                throw Unreadable($"{assembly} carries {objects} of its {expected} objects; rebuild the project.");
            }
        }
        catch (CatalogFormatException e)
        {
            throw Unreadable($"{assembly}: {e.Message} Rebuild the project.");
        }
    }

    private static List<CatalogPart> ReadAttributes(string path)
    {
        try
        {
            using var stream = File.OpenRead(path);
            using var assembly = new PEReader(stream);
            var metadata = assembly.GetMetadataReader();
            return
            [
                .. metadata.GetAssemblyDefinition().GetCustomAttributes()
                    .Select(metadata.GetCustomAttribute)
                    .Where(a => IsCatalogPart(metadata, a.Constructor))
                    .Select(a => Part(metadata, a)),
            ];
        }
        catch (Exception e) when (e is BadImageFormatException or InvalidOperationException or IOException or UnauthorizedAccessException)
        {
            throw Unreadable($"{path} can't be read as an assembly: {e.Message} Rebuild the project.");
        }
    }

    private static bool IsCatalogPart(MetadataReader metadata, EntityHandle constructor)
    {
        if (constructor.Kind != HandleKind.MemberReference) return false;
        var parent = metadata.GetMemberReference((MemberReferenceHandle)constructor).Parent;
        if (parent.Kind != HandleKind.TypeReference) return false;
        var type = metadata.GetTypeReference((TypeReferenceHandle)parent);
        return metadata.StringComparer.Equals(type.Name, AttributeName) && metadata.StringComparer.Equals(type.Namespace, AttributeNamespace);
    }

    private static CatalogPart Part(MetadataReader metadata, CustomAttribute attribute)
    {
        var value = metadata.GetBlobReader(attribute.Value);
        value.ReadUInt16(); // The prolog of every attribute.
        return new CatalogPart(value.ReadSerializedString() ?? "", value.ReadSerializedString() ?? "");
    }

    private static BuildException Unreadable(string message) => new(new BuildError(BuildErrorCodes.CatalogUnreadable, message));
}
