using System.Collections;
using System.Globalization;
using Pipeline.Catalog.Json;

namespace Pipeline.Sql.Aws;

/// <summary>An object of JSON whose members keep their order; one whose value is null is left out.</summary>
internal sealed class Node : IEnumerable<KeyValuePair<string, object>>
{
    private readonly List<KeyValuePair<string, object>> members = [];

    public int Count => members.Count;

    public void Add(string name, object? value)
    {
        if (value is not null) members.Add(new(name, value));
    }

    public IEnumerator<KeyValuePair<string, object>> GetEnumerator() => members.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>The text of it; every name and every text in it goes through the one escape of JSON.</summary>
    public string Write()
    {
        var json = new JsonText(indented: true);
        Write(json, this);
        return json + "\n";
    }

    public static Node Ref(string name) => new() { { "Ref", name } };

    public static Node Get(string resource, string attribute) => new() { { "Fn::GetAtt", new object[] { resource, attribute } } };

    /// <summary>One of two values; without the second there is none.</summary>
    public static Node If(string condition, object then, object? otherwise = null) =>
        new() { { "Fn::If", new[] { condition, then, otherwise ?? Ref("AWS::NoValue") } } };

    private static void Write(JsonText json, object value)
    {
        switch (value)
        {
            case Node node:
                json.Open('{');
                foreach (var member in node)
                {
                    json.Key(member.Key);
                    Write(json, member.Value);
                }

                json.Close('}');
                break;
            case string text: json.Text(text); break;
            case bool truth: json.Bare(truth ? "true" : "false"); break;
            case int number: json.Bare(number.ToString(CultureInfo.InvariantCulture)); break;
            case IEnumerable items:
                json.Open('[');
                foreach (var item in items)
                {
                    json.Next();
                    Write(json, item);
                }

                json.Close(']');
                break;
            default: throw new ArgumentOutOfRangeException(nameof(value), value.GetType().Name, "No value of a template.");
        }
    }
}
