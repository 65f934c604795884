namespace CfGen.Generator.Parsing;

internal static class TaskWaitExtensions
{
    /// <summary>Waits until a task ends, with or without an exception. A task that has not started runs on this thread.</summary>
    public static void WaitForCompletion(this Task task)
    {
        try
        {
            task.Wait(CancellationToken.None);
        }
        catch (AggregateException)
        {
            // The caller gets the exception with the result.
        }
    }
}
