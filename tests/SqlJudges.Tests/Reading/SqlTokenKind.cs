namespace SqlJudges.Tests.Reading;

/// <summary>What a piece of SQL text is.</summary>
internal enum SqlTokenKind
{
    /// <summary>A keyword or a name without quotes; also <c>$1</c> and <c>METADATA$ACTION</c>.</summary>
    Word,

    /// <summary>A name in double quotes.</summary>
    QuotedName,

    /// <summary>A text in single quotes.</summary>
    Text,

    /// <summary>A text between two <c>$$</c>: usually a script.</summary>
    Body,

    /// <summary>A number.</summary>
    Number,

    /// <summary>An operator or a punctuation mark.</summary>
    Symbol,
}
