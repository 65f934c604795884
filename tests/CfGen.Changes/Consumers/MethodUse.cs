using CfGen.Generator.Emission;
using CfGen.Generator.Model;

namespace CfGen.Changes.Consumers;

/// <summary>Calls the methods of an operation: with all arguments by position and by name, and with the required ones alone.</summary>
internal static class MethodUse
{
    private const string Rest = "options, cancellationToken";

    public static void Write(ConsumerWriter writer, string resource, OperationModel operation)
    {
        List<Argument> arguments = [.. OperationArgument.GetAll(operation).Select(a => Create(operation, a))];
        bool isSequence =
            operation.Paging is not null
            || operation.Response.Kind is ContentKind.JsonLines or ContentKind.ServerSentEvents && operation.Response.Result is not null;
        List<string> statements = [];
        string method = $"resource.{operation.Name}Async";
        AddCalls(method, GetResult(operation), isSequence ? "" : "await ");
        string required = Join(arguments.Where(a => !a.IsOptional).Select(a => a.Value));
        if (!isSequence)
        {
            string withResponse = $"resource.{operation.Name}WithResponseAsync";
            AddCalls(withResponse, GetResponse(operation), "await ");
            // Code that starts several calls keeps their tasks.
            statements.Add($"{{ global::System.Threading.Tasks.Task<{GetResponse(operation)}> task = {withResponse}({required}); }}");
        }
        else
        {
            statements.Add($"await foreach ({GetItem(operation)} item in {method}({required})) {{ }}");
        }

        if (arguments.Exists(a => a.HasGuid))
            statements.Add(
                $"_ = {method}({Join(arguments.Where(a => !a.IsOptional).Select(a => a.HasGuid ? "global::System.Guid.Empty" : a.Value))});"
            );
        writer.WriteMethod(
            [
                $"{ConsumerType.Qualify(resource)} resource",
                .. arguments.Select(a => $"{a.Type} {a.Value}"),
                "global::CfGen.RequestOptions? options",
                "global::System.Threading.CancellationToken cancellationToken",
            ],
            statements
        );

        WriteParameters(writer, operation);

        void AddCalls(string name, string type, string keyword)
        {
            string[] calls =
            [
                Join(arguments.Select(a => a.Value).Append(Rest)),
                Join(arguments.Select(a => $"{a.Name}: {a.Value}")),
                Join(arguments.Where(a => !a.IsOptional).Select(a => a.Value)),
            ];
            foreach (string call in calls)
                AddCall(name, call, type, keyword);
            // Without what a hidden overload leaves out.
            if (arguments.Exists(a => a.IsLeftOut))
            {
                statements.Add("\n#if NET9_0_OR_GREATER\n");
                AddCall(name, Join(arguments.Where(a => !a.IsLeftOut).Select(a => a.Value).Append(Rest)), type, keyword);
                statements.Add("\n#endif\n");
            }
        }

        void AddCall(string name, string call, string type, string keyword) =>
            statements.Add($"{{ {(type.Length == 0 ? "" : type + " result = ")}{keyword}{name}({call}); }}");
    }

    private static void WriteParameters(ConsumerWriter writer, OperationModel operation)
    {
        if (operation is { ParametersType: { } record, Variant: null })
            TypeUse.WriteMembers(
                writer,
                ConsumerType.Qualify(record),
                [
                    .. operation
                        .Parameters.Where(p => p is { Required: false, Option: null })
                        .Select(p => new TypeUse.Member(p.PropertyName, ConsumerType.Format(p.Type, isNullable: true), false)),
                ],
                []
            );
    }

    private static Argument Create(OperationModel operation, OperationArgument argument)
    {
        string type =
            argument.Parameter is { } parameter ? ConsumerType.Format(parameter.Type, parameter.Option is not null)
            : argument.Body is not { } body ? ConsumerType.Qualify(operation.ParametersType!) + "?"
            : body.Kind == ContentKind.JsonLines
                ? $"global::System.Collections.Generic.IAsyncEnumerable<{ConsumerType.Format(body.Type)}>{(body.Required ? "" : "?")}"
            : ConsumerType.Format(body.Type, !body.Required);
        return new Argument(
            Literal.EscapeIdentifier(argument.Name),
            "with_" + argument.Name.TrimStart('@'),
            type,
            argument.IsOptional,
            argument.IsParametersRecord || argument.Body is { Required: false },
            argument.Parameter?.HasGuidOverload == true
        );
    }

    private static string GetItem(OperationModel operation) => ConsumerType.Format(operation.Paging?.Item ?? operation.Response.Result!);

    private static string GetResult(OperationModel operation)
    {
        if (operation.Paging is not null)
            return $"global::CfGen.Pageable<{GetItem(operation)}>";
        if (operation.Response.Result is not { } result)
            return "";
        return operation.Response.Kind is ContentKind.JsonLines or ContentKind.ServerSentEvents
            ? $"global::System.Collections.Generic.IAsyncEnumerable<{ConsumerType.Format(result)}>"
            : ConsumerType.Format(result, operation.Response.ResultNullable);
    }

    private static string GetResponse(OperationModel operation) =>
        operation.Response.Result is not { } result ? "global::CfGen.ApiResponse"
        : operation.Response.Kind is ContentKind.Text or ContentKind.Stream ? $"global::CfGen.ApiResponse<{ConsumerType.Format(result)}>"
        : $"global::CfGen.ApiResponse<{ConsumerType.Format(result, operation.Response.ResultNullable)}>";

    private static string Join(IEnumerable<string> values) => string.Join(", ", values);

    private sealed record Argument(string Name, string Value, string Type, bool IsOptional, bool IsLeftOut, bool HasGuid);
}
