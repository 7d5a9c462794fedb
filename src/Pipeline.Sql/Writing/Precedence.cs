namespace Pipeline.Sql;

/// <summary>How tightly an operator binds, loosest first; a part is put in parentheses where it binds less than its place asks for.</summary>
internal enum Precedence
{
    Lowest,
    Or,
    And,
    Not,
    Comparison,
    Concat,
    Additive,
    Multiplicative,
    Unary,
    Primary,
}
