using System.Diagnostics;
using CfGen.Generator.Tests;
using CfGen.Generator.Tests.Hosting;
using Microsoft.CodeAnalysis;
using Xunit.Abstractions;

namespace CfGen.WholeDocument.Tests;

/// <summary>
/// Work after an edit in a project with the whole document: none for an edit of C#, one source file for an edit of an operation.
/// </summary>
public class EditTests(ITestOutputHelper output)
{
    [Fact]
    public void An_edit_of_one_operation_emits_one_file_and_an_edit_of_code_none()
    {
        if (SharedData.Find("corpus/cloudflare-api-2024-08-06.json", output) is not { } path)
            return;
        TestDocument document = new TestDocument("/project/cloudflare.json", File.ReadAllText(path))
            .With("Namespace", "Acme.Cloudflare")
            .With("ClientName", "CloudflareClient");
        GeneratorHost host = new([document]);
        GeneratorRun first = RunTimed("first", host, () => host.Run());
        Assert.True(first.SourceOutputs.Count > 500);

        // Many, since a person types many: the code around the pipeline is warm then, as in an IDE.
        List<double> typing = [];
        for (int i = 0; i < 60; i++)
        {
            GeneratorRun typed = host.EditCode($"internal static class Other {{ internal const int Answer = {i}; }}").Run();
            typing.Add(host.LastRun.TotalMilliseconds);
            Assert.Equal(first.SourceOutputs.Count, typed.SourceOutputs.Count);
            Assert.All(typed.SourceOutputs.Values, reason => Assert.Equal(IncrementalStepRunReason.Cached, reason));
        }

        output.WriteLine(
            $"a key typed in C#: {typing[0]:F1} ms the first time, of the last thirty {typing.TakeLast(30).Min():F1} least, {typing.TakeLast(30).Order().ElementAt(15):F1} median in the generator"
        );

        const string Before = "Clear the risk score for a particular user";
        Assert.Equal(2, document.Text.Split(Before).Length);
        List<double> edits = [];
        for (int i = 0; i < 8; i++)
        {
            string after = $"Forget what one user scores, {i}";
            string text = document.Text.Replace(Before, after, StringComparison.Ordinal);
            GeneratorRun edited = host.Edit(document with { Text = text }).Run();
            edits.Add(host.LastRun.TotalMilliseconds);
            KeyValuePair<string, IncrementalStepRunReason> emitted = Assert.Single(
                edited.SourceOutputs,
                u => u.Value != IncrementalStepRunReason.Cached
            );
            Assert.Equal(IncrementalStepRunReason.Modified, emitted.Value);
            Assert.Contains(after, edited.Sources[emitted.Key], StringComparison.Ordinal);
        }

        output.WriteLine(
            $"one operation of the document: {edits[0]:F0} ms the first time, of the last five {edits.TakeLast(5).Min():F0} least, {edits.TakeLast(5).Order().ElementAt(2):F0} median in the generator"
        );
    }

    private GeneratorRun RunTimed(string what, GeneratorHost host, Func<GeneratorRun> run)
    {
        Stopwatch clock = Stopwatch.StartNew();
        GeneratorRun result = run();
        output.WriteLine($"{what}: {clock.Elapsed.TotalMilliseconds:F1} ms, of these {host.LastRun.TotalMilliseconds:F1} in the generator");
        return result;
    }
}
