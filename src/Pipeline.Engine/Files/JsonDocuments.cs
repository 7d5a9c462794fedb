using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Pipeline.Engine.Files;

/// <summary>The documents of a JSON file: one after the other, one a line, or the elements of an outer array.</summary>
internal static class JsonDocuments
{
    private static readonly JsonWriterOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    /// <summary>A document that can't be read is told with its reason; reading goes on at the next line.</summary>
    public static IEnumerable<JsonDocumentText> Read(byte[] content, bool stripOuterArray, bool stripNullValues)
    {
        var position = content.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? Encoding.UTF8.Preamble.Length : 0;
        var isInArray = false;
        while (SkipSpace(content, ref position))
        {
            var next = content[position];
            if (stripOuterArray && ((!isInArray && next == '[') || (isInArray && next is (byte)',' or (byte)']')))
            {
                isInArray = next != ']';
                position++;
                continue;
            }

            yield return ReadOne(content, ref position, stripNullValues);
        }

        if (isInArray) yield return new(null, "no JSON: the outer array isn't closed", "");
    }

    private static JsonDocumentText ReadOne(byte[] content, ref int position, bool stripNullValues)
    {
        var start = position;
        try
        {
            var reader = new Utf8JsonReader(content.AsSpan(start), new JsonReaderOptions { AllowMultipleValues = true, MaxDepth = 1000 });
            using var document = JsonDocument.ParseValue(ref reader);
            position = start + (int)reader.BytesConsumed;
            return new(Write(document.RootElement, stripNullValues), null, "");
        }
        catch (JsonException e)
        {
            var lineEnd = content.AsSpan(start).IndexOf((byte)'\n');
            position = lineEnd < 0 ? content.Length : start + lineEnd + 1;
            return new(null, Reason(e), Encoding.UTF8.GetString(content, start, position - start).TrimEnd());
        }
    }

    private static string Write(JsonElement element, bool stripNullValues)
    {
        var bytes = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(bytes, Compact))
        {
            Write(writer, element, stripNullValues);
        }

        return Encoding.UTF8.GetString(bytes.WrittenSpan);
    }

    // An object has no order of its members, as in a VARIANT: so two documents that say the same are equal.
    private static void Write(Utf8JsonWriter writer, JsonElement element, bool stripNullValues)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                writer.WriteStartObject();
                foreach (var member in element.EnumerateObject().Where(m => !stripNullValues || m.Value.ValueKind != JsonValueKind.Null).OrderBy(m => m.Name, StringComparer.Ordinal))
                {
                    writer.WritePropertyName(member.Name);
                    Write(writer, member.Value, stripNullValues);
                }

                writer.WriteEndObject();
                break;
            case JsonValueKind.Array:
                writer.WriteStartArray();
                foreach (var item in element.EnumerateArray()) Write(writer, item, stripNullValues);
                writer.WriteEndArray();
                break;
            default:
                element.WriteTo(writer);
                break;
        }
    }

    private static bool SkipSpace(byte[] content, ref int position)
    {
        while (position < content.Length && content[position] is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n') position++;
        return position < content.Length;
    }

    // The reader's message ends with a position counted from the document's start, which says nothing here.
    private static string Reason(JsonException e)
    {
        var position = e.Message.IndexOf(" LineNumber:", StringComparison.Ordinal);
        return "no JSON: " + (position < 0 ? e.Message : e.Message[..position]).TrimEnd('.').Replace("\n", "\\n", StringComparison.Ordinal).Replace("\r", "\\r", StringComparison.Ordinal);
    }
}
