using System.Globalization;
using System.Text;

namespace CfGen.Benchmarks.Support;

/// <summary>Response bodies in the form of the API's documentation.</summary>
internal static class Bodies
{
    public const string Account = "023e105f4ecef8ad9ca31a8372d0c353";
    public const string User = "182bd5e5-6e1a-4fe4-a799-aa6d9a6ab26e";

    private static readonly string[] s_levels = ["low", "medium", "high"];

    /// <summary>
    /// Creates a risk score with the given number of events, in its envelope. <paramref name="details"/> adds event details.
    /// </summary>
    public static byte[] CreateScore(int events, bool details = false)
    {
        StringBuilder json = new("""{"errors":[],"messages":[],"success":true,"result":{"email":"ada@example.com","events":[""");
        for (int i = 0; i < events; i++)
        {
            json.Append(
                CultureInfo.InvariantCulture,
                $$"""
                {{(i == 0 ? "" : ",")}}{"id":"{{i:x8}}-2f0c-4a6c-a0f2-0a4a9f0c2f11","name":"Impossible travel","risk_level":"{{s_levels[
                    i % 3
                ]}}","timestamp":"2019-12-27T18:11:{{i % 60:00}}.117Z","event_details":{{(
                    details ? """{"from":"Lisbon","to":"Osaka","minutes":34}""" : "{}"
                )}}}
                """
            );
        }

        json.Append(
            """],"name":"Ada Example","last_reset_time":"2019-12-27T18:11:19.117Z","risk_level":"high"},"result_info":{"count":1,"page":1,"per_page":20,"total_count":2000,"total_pages":100}}"""
        );
        return Encoding.UTF8.GetBytes(json.ToString());
    }
}
