using System.Xml.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Pipeline.Generators.Reading;

/// <summary>The summary of a doc comment as one line of text.</summary>
internal static class DocComment
{
    public static string? Of(ISymbol symbol, CancellationToken cancellation)
    {
        if (!MayHaveOne(symbol, cancellation)) return null;
        var xml = symbol.GetDocumentationCommentXml(cancellationToken: cancellation);
        if (string.IsNullOrWhiteSpace(xml)) return null;
        try
        {
            var summary = XElement.Parse(xml!.StartsWith("<", StringComparison.Ordinal) ? xml : $"<doc>{xml}</doc>").DescendantsAndSelf("summary").FirstOrDefault();
            if (summary is null) return null;
            foreach (var reference in summary.Descendants().Where(e => e.IsEmpty).ToList())
            {
                // <see cref="T:Retail.DimCustomer"/> reads as its last name.
                var name = ((string?)reference.Attribute("cref") ?? (string?)reference.Attribute("langword") ?? (string?)reference.Attribute("name") ?? "").Split('.', ':').Last();
                reference.ReplaceWith(new XText(name));
            }

            var text = string.Join(" ", summary.Value.Split([' ', '\t', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries));
            return text.Length > 0 ? text : null;
        }
        catch (System.Xml.XmlException)
        {
            // A comment that is no XML is the compiler's to report.
            return null;
        }
    }

    // Most columns have none, which their syntax tells at a glance; a column of a record has that of the record's parameter.
    private static bool MayHaveOne(ISymbol symbol, CancellationToken cancellation)
    {
        foreach (var reference in symbol.DeclaringSyntaxReferences)
        {
            var declaration = reference.GetSyntax(cancellation);
            if (declaration is not (PropertyDeclarationSyntax or MethodDeclarationSyntax or TypeDeclarationSyntax) || declaration.HasStructuredTrivia) return true;
        }

        return symbol.DeclaringSyntaxReferences.IsEmpty;
    }
}
