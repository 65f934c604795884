namespace CfGen.Runtime.Tests.Support;

public static class SampleBodies
{
    public const string Account = "023e105f4ecef8ad9ca31a8372d0c353";
    public const string User = "182bd5e5-6e1a-4fe4-a799-aa6d9a6ab26e";

    public const string Event =
        """{"id":"id","name":"name","risk_level":"low","timestamp":"2019-12-27T18:11:19.117Z","event_details":{}}""";

    public const string Score =
        """{"email":"email","events":[""" + Event + """],"name":"name","last_reset_time":"2019-12-27T18:11:19.117Z","risk_level":"low"}""";

    public const string Documented = """
        {
          "errors": [{"code": 1000, "message": "message", "documentation_url": "documentation_url", "source": {"pointer": "pointer"}}],
          "messages": [{"code": 1000, "message": "message", "documentation_url": "documentation_url", "source": {"pointer": "pointer"}}],
          "success": true,
          "result": {
            "email": "email",
            "events": [{"id": "id", "name": "name", "risk_level": "low", "timestamp": "2019-12-27T18:11:19.117Z", "event_details": {}}],
            "name": "name",
            "last_reset_time": "2019-12-27T18:11:19.117Z",
            "risk_level": "low"
          },
          "result_info": {"count": 1, "page": 1, "per_page": 20, "total_count": 2000, "total_pages": 100}
        }
        """;

    public static string Success(string result) => $$"""{"result":{{result}},"success":true,"errors":[],"messages":[]}""";

    public static string Failure(int code, string message) =>
        $$"""{"result":null,"success":false,"errors":[{"code":{{code}},"message":"{{message}}"}],"messages":[]}""";
}
