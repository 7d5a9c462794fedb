using System.Collections.Concurrent;
using System.Reflection;
using Pipeline.Catalog;
using Scriban;
using Scriban.Runtime;

namespace Pipeline.Sql;

/// <summary>Fills a view into the template of its kind: the user's where there is one, else ours.</summary>
/// <remarks>
/// Variables and members are strict: a misspelled one is an error, not an empty text. Filters: <c>literal</c> for a text in quotes,
/// <c>comment</c> for one line after dashes. Templates include nothing and read no files.
/// </remarks>
internal sealed class TemplateEngine(ITemplateSource overrides, SqlQuoting quoting)
{
    private const int LoopLimit = 100_000;
    private const int RecursionLimit = 20;
    private const int LongestFile = 64_000_000;

    // They are the same for everybody, and rendering changes nothing in them.
    private static readonly ConcurrentDictionary<string, Template> Ours = new(StringComparer.Ordinal);

    // Scriban's own functions: made anew for each file, they would cost more than the file. A template sees them and can't change them.
    private static readonly ScriptObject Builtin = Locked(TemplateContext.GetDefaultBuiltinObject());

    private readonly ConcurrentDictionary<string, Template> parsed = new(StringComparer.Ordinal);

    public string Render(string name, string variable, object view)
    {
        var template = Parse(name);
        var globals = new ScriptObject { { variable, view } };
        globals.Import("literal", new Func<string?, string>(text => quoting.Literal(text ?? "")));
        globals.Import("comment", new Func<string?, string>(text => SqlQuoting.Comment(text ?? "")));

        var context = new TemplateContext(Builtin)
        {
            StrictVariables = true,
            EnableRelaxedMemberAccess = false,
            EnableRelaxedTargetAccess = false,
            LoopLimit = LoopLimit,
            RecursiveLimit = RecursionLimit,
            LimitToString = LongestFile,
            NewLine = "\n",
        };
        context.PushGlobal(globals);
        try
        {
            return Layout.Finish(template.Render(context).Replace("\r\n", "\n").Replace("\n;", ";").TrimEnd() + "\n");
        }
        catch (Scriban.Syntax.ScriptRuntimeException error)
        {
            throw new TemplateException(error.Message);
        }
    }

    private Template Parse(string name) =>
        parsed.GetOrAdd(name, n => overrides.Find(n) is { } text ? Parsed(text.Text, text.File) : Ours.GetOrAdd(n, ours => Parsed(Embedded(ours), ours)));

    private static Template Parsed(string text, string file)
    {
        var template = Template.Parse(text, file);
        return template.HasErrors ? throw new TemplateException(string.Join("\n", template.Messages.Select(m => m.ToString()))) : template;
    }

    private static ScriptObject Locked(ScriptObject builtin)
    {
        foreach (var functions in builtin.Values.OfType<ScriptObject>()) functions.IsReadOnly = true;
        builtin.IsReadOnly = true;
        return builtin;
    }

    private static string Embedded(string name)
    {
        using var stream = typeof(TemplateEngine).GetTypeInfo().Assembly.GetManifestResourceStream(name)
            ?? throw new ArgumentException($"There is no template '{name}'.", nameof(name));
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().Replace("\r\n", "\n");
    }
}
