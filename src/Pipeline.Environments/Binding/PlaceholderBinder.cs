using System.Collections;
using System.Text.RegularExpressions;
using Pipeline.Catalog;
using Pipeline.Catalog.Json;

namespace Pipeline.Environments;

/// <summary>Replaces <c>${name}</c> in every string that an attribute of the model holds.</summary>
/// <remarks>Comments stay as they are written, and so do queries: a text in a query is data.</remarks>
/// <param name="environment">Whose values.</param>
/// <param name="errors">Takes what can't be replaced.</param>
/// <param name="met">Told of each placeholder: the class, and the name that it uses.</param>
internal sealed class PlaceholderBinder(DeploymentEnvironment environment, List<EnvironmentError> errors, Action<string, string>? met = null)
{
    private static readonly Regex Placeholder = new(@"\$\{(?<name>[^{}]*)(?<end>\}?)", RegexOptions.CultureInvariant);

    private const string Start = "${";

    private string user = "";

    public CatalogObject Bind(CatalogObject value)
    {
        // Few objects have one anywhere; those that have none aren't looked through.
        if (!CatalogJson.Says(value, Start)) return value;
        user = value.ClassName.Length > 0 ? value.ClassName : value.Name.ToString();
        return (CatalogObject)Record(value);
    }

    private object? Value(object? value) => value switch
    {
        string text => Text(text),
        null or Expression or Query or Finding or QualifiedName or SqlType => value,
        EquatableArray<string> texts => Texts(texts),
        IEnumerable items => Items(items),
        _ when value.GetType() is { IsClass: true } type && type.Assembly == typeof(CatalogObject).Assembly => Record(value),
        _ => value,
    };

    private object Record(object record)
    {
        foreach (var property in RecordCopy.Properties(record.GetType()))
        {
            if (property.Name == nameof(CatalogObject.Comment)) continue;
            var value = property.GetValue(record);
            var bound = Value(value);
            if (!Equals(value, bound)) record = RecordCopy.With(record, property, bound);
        }

        return record;
    }

    private object Items(IEnumerable items)
    {
        var item = items.GetType().GetGenericArguments()[0];
        var bound = items.Cast<object>().Select(Value).ToArray();
        var typed = Array.CreateInstance(item, bound.Length);
        bound.CopyTo(typed, 0);
        return Activator.CreateInstance(items.GetType(), typed)!;
    }

    // A list of the file takes the place of the one item that names it.
    private EquatableArray<string> Texts(EquatableArray<string> texts) => texts.SelectMany(text =>
        Placeholder.Match(text) is { Success: true } match && match.Length == text.Length
        && environment.Find(match.Groups["name"].Value) is { IsList: true } list ? list.Texts : [Text(text)]).ToEquatableArray();

    private string Text(string text) => text.Contains(Start) ? Placeholder.Replace(text, m => Replace(text, m)) : text;

    private string Replace(string text, Match match)
    {
        var name = match.Groups["name"].Value;
        if (match.Groups["end"].Length == 0) return Wrong(match, $"{user}: '{text}' opens a placeholder that it doesn't close; write ${{name}}.");
        met?.Invoke(user, name);
        if (environment.Find(name) is not { } value) return Wrong(match, Unknown(name));
        return value.IsList
            ? Wrong(match, $"{user}: '{name}' is a list, which can't stand inside the text '{text}'; give it one value.")
            : value.Texts[0];
    }

    private string Unknown(string name) =>
        $"{user} uses ${{{name}}}, which the environment '{environment.Name}' doesn't have; add '{name}' under 'values'."
        + Nearest.Question(name, environment.Values.Select(v => v.Name));

    private string Wrong(Match match, string message)
    {
        var error = new EnvironmentError(environment.File, 0, 0, message);
        if (!errors.Contains(error)) errors.Add(error);
        return match.Value;
    }
}
