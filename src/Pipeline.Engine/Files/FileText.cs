using System.IO.Compression;
using System.Text;

namespace Pipeline.Engine.Files;

/// <summary>A file's content, unpacked, as bytes or as text.</summary>
internal static class FileText
{
    /// <summary>Stands in the text for bytes that are no UTF-8; no text holds it of its own.</summary>
    public const char NoUtf8 = '\uFFFF';

    private static readonly Encoding Utf8 = Encoding.GetEncoding(
        "utf-8", EncoderFallback.ExceptionFallback, new DecoderReplacementFallback(NoUtf8.ToString()));

    /// <param name="compression">As the file format says it: AUTO, NONE or GZIP.</param>
    public static Stream OpenBytes(string location, string compression)
    {
        var file = File.OpenRead(location);
        return IsGzip(file, location, compression) ? new GZipStream(file, CompressionMode.Decompress) : file;
    }

    /// <summary>Whether the file is packed: by its format, or else by its first bytes.</summary>
    public static bool IsGzip(string location, string compression)
    {
        using var file = File.OpenRead(location);
        return IsGzip(file, location, compression);
    }

    /// <summary>Without a byte order mark.</summary>
    public static TextReader OpenText(string location, string compression) =>
        new StreamReader(OpenBytes(location, compression), Utf8, detectEncodingFromByteOrderMarks: true, bufferSize: 1 << 16);

    private static bool IsGzip(FileStream file, string location, string compression) => compression switch
    {
        "AUTO" => StartsAsGzip(file),
        "NONE" => false,
        "GZIP" => true,
        _ => throw new EngineException($"{location}: a local run reads plain and gzip files, not COMPRESSION = {compression}; deliver it as one of these, with Compression.Auto."),
    };

    private static bool StartsAsGzip(FileStream file)
    {
        Span<byte> start = stackalloc byte[2];
        var isGzip = file.ReadAtLeast(start, 2, throwOnEndOfStream: false) == 2 && start[0] == 0x1F && start[1] == 0x8B;
        file.Position = 0;
        return isGzip;
    }
}
