using YamlDotNet.Core;

namespace Pipeline.Environments.Yaml;

/// <summary>A piece of the file, with where it stands.</summary>
internal abstract record YamlNode(Mark At);

/// <summary>A text; <paramref name="IsNull"/> where nothing, <c>~</c> or <c>null</c> stands.</summary>
internal sealed record YamlText(string Value, bool IsNull, Mark At) : YamlNode(At);

internal sealed record YamlList(IReadOnlyList<YamlNode> Items, Mark At) : YamlNode(At);

/// <summary>Names and what stands under them, in the order written; no name twice.</summary>
internal sealed record YamlMap(IReadOnlyList<KeyValuePair<YamlText, YamlNode>> Entries, Mark At) : YamlNode(At);
