using System.Net;
using System.Reflection;

namespace CfGen.Runtime.Tests.Pipeline;

public class ExceptionFactoryTests
{
    [Fact]
    public void A_test_can_create_each_exception()
    {
        Type[] made =
        [
            .. typeof(ApiExceptionFactory).GetMethods(BindingFlags.Public | BindingFlags.Static).Select(m => m.ReturnType),
            .. Enumerable.Range(400, 200).Select(s => ApiExceptionFactory.CreateStatusException((HttpStatusCode)s).GetType()),
        ];

        Assert.Empty(
            typeof(ApiException)
                .Assembly.GetExportedTypes()
                .Where(t => typeof(Exception).IsAssignableFrom(t) && !t.IsAbstract && t.GetConstructors().Length == 0)
                .Except(made)
        );
    }

    [Fact]
    public void A_status_has_all_that_a_call_gives_it()
    {
        using var response = new HttpResponseMessage { Headers = { { "Retry-After", "7" }, { "cf-ray", "r" } } };

        ApiStatusException e = ApiExceptionFactory.CreateStatusException(
            HttpStatusCode.TooManyRequests,
            [new ApiError { Code = 5, Message = "m" }],
            "body",
            response.Headers,
            operationId: "op",
            attempts: 3
        );

        Assert.IsType<ApiRateLimitException>(e);
        Assert.Equal((TimeSpan.FromSeconds(7), "r", "body", "op", 3), (e.RetryAfter, e.RequestId, e.RawBody, e.OperationId, e.Attempts));
        Assert.Equal((5, 1, "The call failed with 429."), (e.Errors[0].Code, e.ErrorCount, e.Message));
    }

    [Fact]
    public void Other_exceptions_have_what_a_test_gives_them()
    {
        var cause = new IOException();

        Assert.Same(cause, ApiExceptionFactory.CreateConnectionException(inner: cause).InnerException);
        Assert.Same(cause, ApiExceptionFactory.CreateCredentialsException(inner: cause).InnerException);
        Assert.Equal(TimeSpan.FromSeconds(3), ApiExceptionFactory.CreateTimeoutException(TimeSpan.FromSeconds(3)).Timeout);
        ApiResponseFormatException format = ApiExceptionFactory.CreateResponseFormatException(jsonPath: "$.a", rawBody: "{}");
        Assert.Equal(("$.a", "{}", HttpStatusCode.OK), (format.JsonPath, format.RawBody, format.StatusCode));
        var violation = new ApiViolation("userId", "user_id", "path", "format: uuid", "userId is no UUID.", "#");
        ApiValidationException validation = ApiExceptionFactory.CreateValidationException("op", violation);
        Assert.Equal(("userId", "op"), (validation.ParamName, validation.OperationId));
        Assert.Throws<ArgumentException>(() => ApiExceptionFactory.CreateValidationException("op"));
    }
}
