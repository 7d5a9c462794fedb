using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using Pipeline.Catalog;

namespace Pipeline.Generators.Tests.Anywhere;

/// <summary>What runs in the compiler reads no file, no clock, no environment, no network, and loads no code: by the members that its assemblies refer to.</summary>
public sealed class BannedMembersTests
{
    private static readonly string[] Types =
    [
        "System.IO.File", "System.IO.FileInfo", "System.IO.FileStream", "System.IO.Directory", "System.IO.DirectoryInfo", "System.IO.StreamReader", "System.IO.StreamWriter", "System.Random", "System.Console",
        "System.Diagnostics.Process", "System.Net.Http.HttpClient", "System.Net.WebClient", "System.Net.Sockets.Socket", "System.AppDomain", "System.Threading.Thread", "System.Threading.Timer",
        "System.Security.Cryptography.RandomNumberGenerator", "System.TimeZoneInfo",
    ];

    private static readonly string[] Members =
    [
        "System.Environment.GetEnvironmentVariable", "System.Environment.GetEnvironmentVariables", "System.Environment.get_MachineName", "System.Environment.get_UserName", "System.Environment.get_CurrentDirectory",
        "System.Environment.get_TickCount", "System.Environment.get_NewLine", "System.Environment.get_OSVersion", "System.Environment.GetFolderPath", "System.Environment.ExpandEnvironmentVariables",
        "System.DateTime.get_Now", "System.DateTime.get_UtcNow", "System.DateTime.get_Today", "System.DateTimeOffset.get_Now", "System.DateTimeOffset.get_UtcNow", "System.Guid.NewGuid",
        "System.Reflection.Assembly.Load", "System.Reflection.Assembly.LoadFrom", "System.Reflection.Assembly.LoadFile", "System.Globalization.CultureInfo.get_CurrentCulture", "System.Globalization.CultureInfo.get_CurrentUICulture",
    ];

    [Theory]
    [InlineData(typeof(PipelineGenerator))]
    [InlineData(typeof(CompiledCatalog))]
    public void Assembly_refers_to_nothing_of_the_machine(Type inside)
    {
        using var file = new PEReader(File.OpenRead(inside.Assembly.Location));
        var reader = file.GetMetadataReader();
        var used = reader.MemberReferences.Select(reader.GetMemberReference).Where(m => m.Parent.Kind == HandleKind.TypeReference)
            .Select(m => (Type: NameOf(reader, (TypeReferenceHandle)m.Parent), Member: reader.GetString(m.Name))).ToList();
        Assert.Contains(used, u => u.Type == "System.String");
        Assert.Empty(used.Where(u => Types.Contains(u.Type) || Members.Contains(u.Type + "." + u.Member)).Select(u => $"{u.Type}.{u.Member}"));
    }

    private static string NameOf(MetadataReader reader, TypeReferenceHandle handle) =>
        reader.GetTypeReference(handle) is var type ? reader.GetString(type.Namespace) + "." + reader.GetString(type.Name) : "";
}
