using System.Buffers.Text;
using System.Net;
using System.Net.Sockets;
using System.Text;
using CfGen.CodeGen;
using CfGen.Serialization;

namespace CfGen.Validation;

/// <summary>Checks the format of a string. Every check is strict and independent of the culture.</summary>
internal static class StringFormats
{
    public static bool Matches(string value, StringFormat format) =>
        format switch
        {
            StringFormat.Uuid => IsUuid(value),
            StringFormat.DateTime => MatchesAscii(value, static s => Rfc3339.TryParseDateTime(s, out _)) && HasOffset(value),
            StringFormat.Date => MatchesAscii(value, static s => Rfc3339.TryParseDate(s, out _)),
            StringFormat.Time => MatchesAscii(value, static s => Rfc3339.TryParseTime(s, out _)),
            StringFormat.Duration => Iso8601Duration.TryParse(value, out _) || IsCalendarDuration(value),
            StringFormat.Email => IsEmail(value),
            StringFormat.Uri => UriText.TryParse(value, out Uri? uri) && uri.IsAbsoluteUri && !value.StartsWith('/'),
            StringFormat.UriReference => UriText.TryParse(value, out _),
            StringFormat.Ipv4 => IsIpv4(value),
            StringFormat.Ipv6 => value.Contains(':', StringComparison.Ordinal)
                && !value.Contains('[', StringComparison.Ordinal)
                && IPAddress.TryParse(value, out IPAddress? ip)
                && ip.AddressFamily == AddressFamily.InterNetworkV6,
            StringFormat.Hostname => IsHostname(value),
            StringFormat.Byte => Base64.IsValid(value),
            _ => true,
        };

    /// <summary>Returns the name of the format in OpenAPI documents.</summary>
    public static string GetName(StringFormat format) =>
        format switch
        {
            StringFormat.Uuid => "uuid",
            StringFormat.DateTime => "date-time",
            StringFormat.Date => "date",
            StringFormat.Time => "time",
            StringFormat.Duration => "duration",
            StringFormat.Email => "email",
            StringFormat.Uri => "uri",
            StringFormat.UriReference => "uri-reference",
            StringFormat.Ipv4 => "ipv4",
            StringFormat.Ipv6 => "ipv6",
            StringFormat.Hostname => "hostname",
            StringFormat.Byte => "byte",
            _ => "none",
        };

    /// <summary>Returns the name of the format in a sentence.</summary>
    public static string GetDisplayName(StringFormat format) =>
        format switch
        {
            StringFormat.Uuid => "UUID",
            StringFormat.DateTime => "RFC 3339 date-time",
            StringFormat.Date => "RFC 3339 date",
            StringFormat.Time => "RFC 3339 time",
            StringFormat.Duration => "ISO 8601 duration",
            StringFormat.Email => "email address",
            StringFormat.Uri => "absolute URI",
            StringFormat.UriReference => "URI or relative reference",
            StringFormat.Ipv4 => "IPv4 address",
            StringFormat.Ipv6 => "IPv6 address",
            StringFormat.Hostname => "host name",
            StringFormat.Byte => "Base64 string",
            _ => "string",
        };

    // Guid.TryParseExact with "D" accepts white space around the text and signs inside it, which is not strict enough.
    private static bool IsUuid(string value)
    {
        if (value.Length != 36)
            return false;
        for (int i = 0; i < value.Length; i++)
        {
            if (i is 8 or 13 or 18 or 23 ? value[i] != '-' : !char.IsAsciiHexDigit(value[i]))
                return false;
        }

        return true;
    }

    private static bool HasOffset(string value) => value[^1] is 'Z' or 'z' || value.LastIndexOfAny(['+', '-']) > 10;

    private static bool IsCalendarDuration(string value)
    {
        // Years and months are valid in text, although no TimeSpan can hold them.
        if (value.Length < 3 || value[0] != 'P' || char.IsAsciiDigit(value[^1]))
            return false;
        bool digits = false;
        foreach (char c in value.AsSpan(1))
        {
            if (char.IsAsciiDigit(c) || c == '.')
                digits = true;
            else if ((c != 'T' && !digits) || !"YMWDTHS".Contains(c, StringComparison.Ordinal))
                return false;
            else
                digits = false;
        }

        return value[^1] != 'T';
    }

    private static bool IsEmail(string value)
    {
        int at = value.LastIndexOf('@');
        if (at <= 0 || at == value.Length - 1 || value.Length > 254)
            return false;
        foreach (char c in value)
        {
            if (char.IsControl(c) || char.IsWhiteSpace(c) || c is '<' or '>' or ',')
                return false;
        }

        return value.AsSpan(at + 1).IndexOf("..") < 0 && value[at + 1] is not ('.' or '-') && value[^1] is not ('.' or '-');
    }

    private static bool IsIpv4(string value)
    {
        int parts = 0;
        foreach (string part in value.Split('.'))
        {
            if (
                part.Length is 0 or > 3
                || part.AsSpan().ContainsAnyExceptInRange('0', '9')
                || int.Parse(part, System.Globalization.CultureInfo.InvariantCulture) > 255
                || (part.Length > 1 && part[0] == '0')
            )
                return false;
            parts++;
        }

        return parts == 4;
    }

    private static bool IsHostname(string value)
    {
        if (value.Length is 0 or > 253)
            return false;
        foreach (string label in value.Split('.'))
        {
            if (label.Length is 0 or > 63 || label[0] == '-' || label[^1] == '-')
                return false;
            foreach (char c in label)
            {
                if (!char.IsAsciiLetterOrDigit(c) && c != '-')
                    return false;
            }
        }

        return true;
    }

    private static bool MatchesAscii(string value, Func<byte[], bool> check)
    {
        foreach (char c in value)
        {
            if (c > '~')
                return false;
        }

        return check(Encoding.ASCII.GetBytes(value));
    }
}
