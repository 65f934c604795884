using System.Globalization;
using System.Net.Http.Headers;

namespace CfGen.Pipeline.Paging;

/// <summary>Reads the number of items on all pages from the headers that GitLab, WordPress and others send beside an array.</summary>
internal static class TotalCountHeader
{
    private static readonly string[] s_names = ["X-Total-Count", "X-Total", "X-WP-Total"];

    /// <summary>Reads the number; null if there is none.</summary>
    public static long? Read(HttpResponseHeaders headers)
    {
        foreach (string name in s_names)
        {
            if (
                headers.NonValidated.TryGetValues(name, out HeaderStringValues values)
                && long.TryParse(values.ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out long count)
            )
                return count;
        }

        return null;
    }
}
