using CfGen.CodeGen;
using CfGen.Pipeline;
using Microsoft.Extensions.Logging;

namespace CfGen.Telemetry;

/// <summary>Logs what happens to lists of pages.</summary>
internal static partial class PageLog
{
    public static void LogUnreachableItems(ApiMessage message)
    {
        ApiOperationInfo operation = message.Request.Operation;
        Unreachable(message.Request.Connection.Logger, operation.Method.Method, operation.Path, operation.Id);
    }

    [LoggerMessage(
        10,
        LogLevel.Warning,
        "{Method} {Route} ({Operation}) counts more items than it returned, and the document names no parameter for the other pages. "
            + "State the paging with x-cfgen-paging"
    )]
    private static partial void Unreachable(ILogger logger, string method, string route, string operation);
}
