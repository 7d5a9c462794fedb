using System.Text;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Pipeline.Environments.Yaml;

/// <summary>Reads the plain part of YAML: texts, lists and maps. Tags, anchors and a second document are refused, so a file can't grow when read.</summary>
internal sealed class YamlReader
{
    private const int LargestFile = 256 * 1024;
    private const int DeepestNesting = 8;

    private readonly string path;
    private readonly Parser parser;
    private int depth;

    private YamlReader(string text, string path)
    {
        this.path = path;
        parser = new Parser(new StringReader(text));
    }

    /// <summary>The text of the file, which is UTF-8.</summary>
    public static string Decode(byte[] bytes, string path)
    {
        if (bytes.Length > LargestFile) throw Error(path, 0, 0, $"The file is larger than {LargestFile / 1024} KB, which is no list of settings; keep settings alone in it.");
        if (bytes is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..]) throw Error(path, 1, 1, "The file is saved as UTF-16; save it as UTF-8.");
        var start = bytes is [0xEF, 0xBB, 0xBF, ..] ? 3 : 0;
        try
        {
            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes, start, bytes.Length - start);
        }
        catch (DecoderFallbackException)
        {
            throw Error(path, 1, 1, "The file isn't UTF-8; save it as UTF-8.");
        }
    }

    /// <summary>The file as a tree; null for an empty one.</summary>
    public static YamlNode? Read(string text, string path)
    {
        RefuseTabs(text, path);
        try
        {
            return new YamlReader(text, path).Document();
        }
        catch (YamlException e)
        {
            throw Error(path, (int)e.Start.Line, (int)e.Start.Column, Sentence(e.Message));
        }
    }

    private YamlNode? Document()
    {
        parser.Consume<StreamStart>();
        if (parser.Accept<StreamEnd>(out _)) return null;
        parser.Consume<DocumentStart>();
        var root = Node();
        parser.Consume<DocumentEnd>();
        if (parser.Accept<DocumentStart>(out var second)) throw Error(second.Start, "A second document starts here; keep one, and remove the '---' between them.");
        return root is YamlText { IsNull: true } ? null : root;
    }

    private YamlNode Node()
    {
        if (!parser.Accept<ParsingEvent>(out var start)) throw Error(Mark.Empty, "The file ends too early; write its last value out.");
        if (start is AnchorAlias) throw Error(start.Start, "An alias (*name) isn't read; write the value again.");
        if (start is NodeEvent { Anchor.IsEmpty: false }) throw Error(start.Start, "An anchor (&name) isn't read; write the value where it is needed.");
        if (start is NodeEvent { Tag.IsEmpty: false }) throw Error(start.Start, "A tag (!name) isn't read; write the value alone.");
        if (++depth > DeepestNesting) throw Error(start.Start, $"This nests deeper than {DeepestNesting} levels; write the value flat.");
        YamlNode node = start switch
        {
            MappingStart => Map(),
            SequenceStart => List(),
            _ => Text(),
        };
        depth--;
        return node;
    }

    private YamlMap Map()
    {
        var start = parser.Consume<MappingStart>();
        var entries = new List<KeyValuePair<YamlText, YamlNode>>();
        while (!parser.TryConsume<MappingEnd>(out _))
        {
            if (Node() is not YamlText key) throw Error(start.Start, "A name here is a list or a map; write a plain name.");
            var earlier = entries.FirstOrDefault(e => e.Key.Value == key.Value).Key;
            if (earlier is not null) throw Error(key.At, $"'{key.Value}' stands here a second time, after line {earlier.At.Line}; remove one of the two.");
            entries.Add(new(key, Node()));
        }

        return new(entries, start.Start);
    }

    private YamlList List()
    {
        var start = parser.Consume<SequenceStart>();
        var items = new List<YamlNode>();
        while (!parser.TryConsume<SequenceEnd>(out _)) items.Add(Node());
        return new(items, start.Start);
    }

    private YamlText Text()
    {
        var scalar = parser.Consume<Scalar>();
        var isNull = scalar.Style == ScalarStyle.Plain && scalar.Value is "" or "~" or "null" or "Null" or "NULL";
        return new(scalar.Value, isNull, scalar.Start);
    }

    // The parser's own message for a tab speaks of tokens; it is the commonest mistake of all.
    private static void RefuseTabs(string text, string path)
    {
        var lines = text.Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            var indent = lines[i].Length - lines[i].TrimStart(' ', '\t').Length;
            var tab = lines[i].IndexOf('\t', 0, indent);
            if (tab >= 0 && lines[i].Trim().Length > 0) throw Error(path, i + 1, tab + 1, "A tab indents this line; use spaces.");
        }
    }

    private static string Sentence(string message) => "This isn't YAML: " + message.TrimEnd('.') + "; write 'name: value', and quotes around a value that holds signs of YAML.";

    private EnvironmentException Error(Mark at, string message) => Error(path, (int)at.Line, (int)at.Column, message);

    private static EnvironmentException Error(string path, int line, int column, string message) =>
        new(new EnvironmentError(path, line, column, message));
}
