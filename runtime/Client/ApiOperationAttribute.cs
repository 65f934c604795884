namespace CfGen;

/// <summary>The operation of the document that a generated method calls.</summary>
/// <param name="id">The <c>operationId</c>.</param>
/// <param name="method">The HTTP method, upper case.</param>
/// <param name="path">The path template, such as <c>/accounts/{account_id}</c>.</param>
[AttributeUsage(AttributeTargets.Method, Inherited = false)]
public sealed class ApiOperationAttribute(string id, string method, string path) : Attribute
{
    /// <summary>The <c>operationId</c>.</summary>
    public string Id { get; } = id;

    /// <summary>The HTTP method, upper case.</summary>
    public string Method { get; } = method;

    /// <summary>The path template, such as <c>/accounts/{account_id}</c>.</summary>
    public string Path { get; } = path;
}
