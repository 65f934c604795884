using CfGen.Infrastructure;

namespace CfGen.Runtime.Tests.Support;

public static class Ops
{
    public static ApiOperationInfo Make(HttpMethod method, string path = "/things", EnvelopeKind envelope = EnvelopeKind.None, ulong[]? security = null, bool resultRequired = false, string? permissions = null)
        => new("op", method, path) { Security = security, Envelope = envelope, ResultRequired = resultRequired, Permissions = permissions };

    public static readonly ApiOperationInfo Get = Make(HttpMethod.Get);
}
