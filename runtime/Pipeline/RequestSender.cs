using CfGen.Pipeline.Responses;

namespace CfGen.Pipeline;

/// <summary>Sends a request and reads its response.</summary>
internal static class RequestSender
{
    /// <summary>Sends a request and returns what the reader reads.</summary>
    /// <typeparam name="TResult">The type of what the call returns.</typeparam>
    /// <typeparam name="TReader">The reader of the response.</typeparam>
    public static async Task<TResult> SendAsync<TResult, TReader>(ApiRequest request, CancellationToken cancellationToken)
        where TReader : struct, IResultReader<TResult>
    {
        BodyHandling handling = TReader.MayLeaveOpen && request.LeavesBodyOpen ? BodyHandling.OpenAny : TReader.Handling;
        ApiMessage message = await SendLoop.SendAsync(request, handling, cancellationToken).ConfigureAwait(false);
        try
        {
            TResult result = TReader.Read(message);
            message.EndCall();
            return result;
        }
        catch (Exception e) when (message.ReportFailure(e))
        {
            throw;
        }
        finally
        {
            message.ReleaseBody();
        }
    }
}
