using System.Security.Cryptography;
using System.Text;

namespace Pipeline.Generators.Reading.Memo;

/// <summary>What tells one text, or one list of fingerprints, from another: 128 bits of it.</summary>
internal readonly record struct Fingerprint(ulong High, ulong Low)
{
    public static Fingerprint Of(string text)
    {
        using var hash = SHA256.Create();
        var bytes = hash.ComputeHash(Encoding.UTF8.GetBytes(text));
        return new(BitConverter.ToUInt64(bytes, 0), BitConverter.ToUInt64(bytes, 8));
    }

    /// <summary>That of both, in this order.</summary>
    public Fingerprint And(Fingerprint other) => unchecked(new(
        Mixed(High ^ (other.Low + 0x9E3779B97F4A7C15UL + (High << 6) + (High >> 2))),
        Mixed((Low * 0xC2B2AE3D27D4EB4FUL) + other.High + 0x165667B19E3779F9UL)));

    /// <summary>That of all, in any order.</summary>
    public static Fingerprint OfSet(IEnumerable<Fingerprint> all)
    {
        var (high, low, count) = (0UL, 0UL, 0UL);
        foreach (var one in all)
        {
            unchecked
            {
                high += Mixed(one.High);
                low += Mixed(one.Low ^ 0x27D4EB2F165667C5UL);
                count++;
            }
        }

        return new Fingerprint(high, low).And(new(count, count));
    }

    private static ulong Mixed(ulong x)
    {
        unchecked
        {
            x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9UL;
            x = (x ^ (x >> 27)) * 0x94D049BB133111EBUL;
            return x ^ (x >> 31);
        }
    }
}
