using static Pipeline.Sql.Function;

namespace Pipeline.Sql;

/// <summary>Texts: their parts, their case, what they are made of, and how they are encoded.</summary>
internal static class TextFunctions
{
    public static readonly IReadOnlyList<Function> All =
    [
        Same("Upper", 1, "UPPER({0})"),
        Same("Lower", 1, "LOWER({0})"),

        // C# trims all white space; both databases, unless told, the blank alone.
        Of("Trim", 1, @"TRIM({0}, ' \t\r\n')", @"TRIM({0}, e' \t\r\n')"),
        Of("TrimStart", 1, @"LTRIM({0}, ' \t\r\n')", @"LTRIM({0}, e' \t\r\n')"),
        Of("TrimEnd", 1, @"RTRIM({0}, ' \t\r\n')", @"RTRIM({0}, e' \t\r\n')"),
        Same("Trim", 2, "TRIM({0}, {1})"),
        Same("TrimStart", 2, "LTRIM({0}, {1})"),
        Same("TrimEnd", 2, "RTRIM({0}, {1})"),
        Same("Length", 1, "LENGTH({0})"),
        Same("OctetLength", 1, "OCTET_LENGTH({0})") with { DuckDb = "STRLEN({0})" },
        Same("BitLength", 1, "BIT_LENGTH({0})"),
        Same("Contains", 2, "CONTAINS({0}, {1})"),
        Of("StartsWith", 2, "STARTSWITH({0}, {1})", "STARTS_WITH({0}, {1})"),
        Of("EndsWith", 2, "ENDSWITH({0}, {1})", "ENDS_WITH({0}, {1})"),
        Same("Replace", 3, "REPLACE({0}, {1}, {2})"),
        Of("IndexOf", 2, new TextSpelling("POSITION({1}, {0}) - 1", Precedence.Additive), new TextSpelling("INSTR({0}, {1}) - 1", Precedence.Additive)),
        Of("LastIndexOf", 2, Words.LastIndexOf("POSITION(REVERSE({1}), REVERSE({0}))"), Words.LastIndexOf("INSTR(REVERSE({0}), REVERSE({1}))")),
        Of("CharIndex", 2, "CHARINDEX({0}, {1})", "INSTR({1}, {0})"),
        Of("CharIndex", 3, "CHARINDEX({0}, {1}, {2})", "CASE WHEN INSTR(SUBSTR({1}, {2}), {0}) = 0 THEN 0 ELSE INSTR(SUBSTR({1}, {2}), {0}) + {2} - 1 END"),

        // C# counts characters from 0, SQL from 1.
        Of("Substring", 2, Words.Substring, Words.Substring),
        Of("Substring", 3, Words.Substring, Words.Substring),

        // Of a negative number Snowflake takes nothing, DuckDB all but so many.
        Of("Left", 2, "LEFT({0}, {1})", "LEFT({0}, CASE WHEN {1} < 0 THEN 0 ELSE {1} END)"),
        Of("Right", 2, "RIGHT({0}, {1})", "RIGHT({0}, CASE WHEN {1} < 0 THEN 0 ELSE {1} END)"),

        // Padding never cuts in C#; LPAD does, and doesn't work in DuckDB with nothing to pad with.
        Of("PadLeft", 2, "LPAD({0}, GREATEST(LENGTH({0}), {1}), ' ')", "LPAD({0}, CAST(GREATEST(LENGTH({0}), {1}) AS INTEGER), ' ')"),
        Of("PadLeft", 3, "LPAD({0}, GREATEST(LENGTH({0}), {1}), {2})", "LPAD({0}, CAST(GREATEST(LENGTH({0}), {1}) AS INTEGER), {2})"),
        Of("PadRight", 2, "RPAD({0}, GREATEST(LENGTH({0}), {1}), ' ')", "RPAD({0}, CAST(GREATEST(LENGTH({0}), {1}) AS INTEGER), ' ')"),
        Of("PadRight", 3, "RPAD({0}, GREATEST(LENGTH({0}), {1}), {2})", "RPAD({0}, CAST(GREATEST(LENGTH({0}), {1}) AS INTEGER), {2})"),
        Of("LPad", 3, "LPAD({0}, {1}, {2})", "CASE WHEN {2} = '' THEN LEFT({0}, CASE WHEN {1} < 0 THEN 0 ELSE {1} END) ELSE LPAD({0}, CAST({1} AS INTEGER), {2}) END"),
        Of("RPad", 3, "RPAD({0}, {1}, {2})", "CASE WHEN {2} = '' THEN LEFT({0}, CASE WHEN {1} < 0 THEN 0 ELSE {1} END) ELSE RPAD({0}, CAST({1} AS INTEGER), {2}) END"),
        Same("Repeat", 2, "REPEAT({0}, {1})"),
        Same("Reverse", 1, "REVERSE({0})"),
        Of("Space", 1, "SPACE({0})", "REPEAT(' ', {0})"),
        Of("Insert", 4, "INSERT({0}, {1}, {2}, {3})", new TextSpelling("LEFT({0}, {1} - 1) || {3} || SUBSTR({0}, {1} + {2})", Precedence.Concat)),
        Same("Translate", 3, "TRANSLATE({0}, {1}, {2})"),

        // The part 0 is the first; nothing separates nothing.
        Of("SplitPart", 3, "SPLIT_PART({0}, {1}, {2})",
            "CASE WHEN {1} <> '' THEN SPLIT_PART({0}, {1}, CASE WHEN {2} = 0 THEN 1 ELSE {2} END) WHEN {2} BETWEEN -1 AND 1 THEN {0} ELSE LEFT({0}, 0) END"),
        Of("StrTok", 3, "STRTOK({0}, {1}, {2})",
            "LIST_FILTER(STRING_SPLIT(TRANSLATE({0}, {1}, REPEAT(LEFT({1}, 1), LENGTH({1}))), LEFT({1}, 1)), lambda token: token <> '')[CASE WHEN {2} > 0 THEN {2} END]"),

        // CONCAT_WS passes over nulls in DuckDB.
        Of("ConcatWs", Any, "CONCAT_WS({*})", Words.ConcatWs),
        Of("InitCap", 1, "INITCAP({0})",
            @"ARRAY_TO_STRING(LIST_TRANSFORM(REGEXP_EXTRACT_ALL({0}, '[^\s!?@""^#$&~_,.:;+\-*%/|\\\[\]()\x7B\x7D<>]+|[\s!?@""^#$&~_,.:;+\-*%/|\\\[\]()\x7B\x7D<>]+'), lambda word: UPPER(LEFT(word, 1)) || LOWER(SUBSTR(word, 2))), '')"),
        Same("Ascii", 1, "ASCII({0})"),
        Of("Unicode", 1, "UNICODE({0})", "ASCII({0})"),
        Of("Chr", 1, "CHR({0})", "CHR(CAST({0} AS INTEGER))"),

        // DuckDB compares bytes, in which a character other than ASCII is several: each character is numbered first.
        Of("EditDistance", 2, "EDITDISTANCE({0}, {1})", "LEVENSHTEIN(" + Numbered("{0}") + ", " + Numbered("{1}") + ")"),
        Of("JaroWinkler", 2, "JAROWINKLER_SIMILARITY({0}, {1})",
            "CAST(FLOOR(100 * JARO_WINKLER_SIMILARITY(" + Numbered("LOWER({0})", "LOWER({0}) || LOWER({1})") + ", " + Numbered("LOWER({1})", "LOWER({0}) || LOWER({1})") + ")) AS INTEGER)"),

        Same("Md5", 1, "MD5({0})"),
        Same("Sha1", 1, "SHA1({0})"),
        Of("Sha256", 1, "SHA2({0}, 256)", "SHA256({0})"),
        Of("HexEncode", 1, "HEX_ENCODE({0})", "HEX(ENCODE({0}))"),
        Of("HexDecode", 1, "HEX_DECODE_STRING({0})", "DECODE(UNHEX({0}))"),
        Of("TryHexDecode", 1, "TRY_HEX_DECODE_STRING({0})", "CASE WHEN LENGTH({0}) % 2 = 0 THEN TRY(DECODE(UNHEX({0}))) END"),
        Of("Base64Encode", 1, "BASE64_ENCODE({0})", "BASE64(ENCODE({0}))"),
        Of("Base64Decode", 1, "BASE64_DECODE_STRING({0})", "DECODE(FROM_BASE64({0}))"),
        Of("TryBase64Decode", 1, "TRY_BASE64_DECODE_STRING({0})", "TRY(DECODE(FROM_BASE64({0})))"),
    ];

    private static string Numbered(string text, string all = "{0} || {1}") =>
        $"CASE WHEN {text} = '' THEN '' ELSE ARRAY_TO_STRING(LIST_TRANSFORM(STRING_SPLIT({text}, ''), lambda letter: CHR(CAST(LIST_POSITION(LIST_DISTINCT(STRING_SPLIT({all}, '')), letter) AS INTEGER))), '') END";
}
