using CfGen.CodeGen;

namespace CfGen.Runtime.Tests.Support;

public static class TestOperations
{
    public static ApiOperationInfo Create(
        HttpMethod method,
        string path = "/things",
        EnvelopeKind envelope = EnvelopeKind.None,
        ulong[]? security = null,
        bool resultRequired = false,
        string? permissions = null
    ) =>
        new("op", method, path)
        {
            Security = security,
            Envelope = envelope,
            IsResultRequired = resultRequired,
            Permissions = permissions,
        };

    public static readonly ApiOperationInfo Get = Create(HttpMethod.Get);
}
