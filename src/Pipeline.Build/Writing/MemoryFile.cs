using System.Text;
using Pipeline.Catalog.Memory;

namespace Pipeline.Build.Writing;

/// <summary>What a build made of its catalog, kept in <c>obj</c> for the next one.</summary>
/// <remarks>A file that isn't just as a build of this version wrote it is as good as none: all is made anew.</remarks>
internal static class MemoryFile
{
    private const string Format = "pipeline-memory 1";
    private const int HashLength = 64;

    public static CatalogMemory Read(string path)
    {
        try
        {
            if (!File.Exists(path)) return new();
            var content = File.ReadAllBytes(path);
            if (content.Length < HashLength) return new();
            if (Encoding.ASCII.GetString(content, 0, HashLength) != ContentHash.Of(content, HashLength, content.Length - HashLength)) return new();
            var reader = new MemoryReader(content, HashLength);
            return reader.Text() == Format ? new(reader.Text(), Pieces(reader)) : new();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new();
        }
    }

    /// <summary>Keeps it. Where that can't be, the next build makes all anew, so nobody is told.</summary>
    public static void Write(string path, CatalogMemory memory)
    {
        var content = new MemoryStream();
        content.Write(new byte[HashLength], 0, HashLength);
        using var writer = new BinaryWriter(content, Encoding.UTF8);
        writer.Write(Format);
        writer.Write(memory.Basis);
        Write(writer, [.. memory.Pieces]);
        writer.Flush();
        var hash = ContentHash.Of(content.GetBuffer(), HashLength, (int)content.Length - HashLength);
        content.Position = 0;
        content.Write(Encoding.ASCII.GetBytes(hash), 0, HashLength);

        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            using var file = File.Create(path);
            content.WriteTo(file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // What is left of it has another hash.
        }
    }

    private static KeyValuePair<string, RememberedPiece>[] Pieces(MemoryReader reader)
    {
        var words = reader.Texts();
        var pieces = new KeyValuePair<string, RememberedPiece>[reader.Number()];
        for (var i = 0; i < pieces.Length; i++)
        {
            var key = reader.Text();
            var asked = new string[reader.Number()];
            var answers = new string[asked.Length];
            for (var j = 0; j < asked.Length; j++) (asked[j], answers[j]) = (words[reader.Number()], words[reader.Number()]);
            pieces[i] = new(key, new(asked, answers, reader.Texts()));
        }

        return pieces;
    }

    // Most pieces ask and are answered the same: each word stands once.
    private static void Write(BinaryWriter writer, IReadOnlyList<KeyValuePair<string, RememberedPiece>> pieces)
    {
        var words = pieces.SelectMany(p => p.Value.Asked.Concat(p.Value.Answers)).Distinct(StringComparer.Ordinal).ToList();
        var numbers = Enumerable.Range(0, words.Count).ToDictionary(i => words[i], StringComparer.Ordinal);
        Write(writer, words);
        writer.Write(pieces.Count);
        foreach (var piece in pieces)
        {
            writer.Write(piece.Key);
            writer.Write(piece.Value.Asked.Count);
            for (var i = 0; i < piece.Value.Asked.Count; i++)
            {
                writer.Write(numbers[piece.Value.Asked[i]]);
                writer.Write(numbers[piece.Value.Answers[i]]);
            }

            Write(writer, piece.Value.Texts);
        }
    }

    private static void Write(BinaryWriter writer, IReadOnlyList<string> texts)
    {
        writer.Write(texts.Count);
        foreach (var text in texts) writer.Write(text);
    }
}
