using System.Text;
using Pipeline.Build.Rendering;

namespace Pipeline.Build.Writing;

/// <summary>What a file is to hold: UTF-8 without a mark.</summary>
public sealed class FileContent
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    public FileContent(RenderedFile file)
    {
        Path = file.Path;
        Bytes = Utf8.GetBytes(file.Text);
        Hash = ContentHash.Of(Bytes);
    }

    public string Path { get; }

    public byte[] Bytes { get; }

    public string Hash { get; }
}
