namespace CfGen.Generator.Parsing;

internal static class TaskWaitExtensions
{
    /// <summary>Waits for the end of a task, good or bad; does its work here where no other thread has begun it.</summary>
    public static void WaitForCompletion(this Task task)
    {
        try
        {
            task.Wait(CancellationToken.None);
        }
        catch (AggregateException)
        {
            // Whoever takes the result has the fault.
        }
    }
}
