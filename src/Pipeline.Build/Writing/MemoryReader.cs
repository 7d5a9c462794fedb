using System.Text;

namespace Pipeline.Build.Writing;

/// <summary>Reads what a <see cref="BinaryWriter"/> wrote, each text in one piece.</summary>
internal sealed class MemoryReader(byte[] content, int start)
{
    private int at = start;

    public int Number()
    {
        at += sizeof(int);
        return BitConverter.ToInt32(content, at - sizeof(int));
    }

    public string Text()
    {
        var length = Length();
        at += length;
        return Encoding.UTF8.GetString(content, at - length, length);
    }

    public string[] Texts()
    {
        var texts = new string[Number()];
        for (var i = 0; i < texts.Length; i++) texts[i] = Text();
        return texts;
    }

    // Seven bits a byte, the lowest first; the eighth says that there are more.
    private int Length()
    {
        for (int length = 0, shift = 0; ; shift += 7)
        {
            var part = content[at++];
            length |= (part & 0x7f) << shift;
            if ((part & 0x80) == 0) return length;
        }
    }
}
