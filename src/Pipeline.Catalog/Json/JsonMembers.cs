namespace Pipeline.Catalog.Json;

/// <summary>The members of a JSON object, as they come. A record has few, and each is looked at once.</summary>
internal sealed class JsonMembers
{
    private KeyValuePair<string, object?>[] members = new KeyValuePair<string, object?>[4];

    public int Count { get; private set; }

    public KeyValuePair<string, object?> this[int index] => members[index];

    public void Add(string key, object? value)
    {
        if (Count == members.Length) Array.Resize(ref members, 2 * Count);
        members[Count++] = new(key, value);
    }

    /// <summary>The last member of this name.</summary>
    public bool TryGetValue(string key, out object? value)
    {
        for (var i = Count - 1; i >= 0; i--)
        {
            if (members[i].Key != key) continue;
            value = members[i].Value;
            return true;
        }

        value = null;
        return false;
    }
}
