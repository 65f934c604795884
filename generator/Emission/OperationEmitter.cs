using System.Globalization;
using CfGen.Generator.Model;
using static CfGen.Generator.Emission.RuntimeApi;

namespace CfGen.Generator.Emission;

/// <summary>The methods of one operation and the private method that builds their request.</summary>
internal static class OperationEmitter
{
    private const string Task = NamespaceAliases.Tasks + "Task";
    private const string Options = RequestOptions.Type + "? options";
    private const string Token = NamespaceAliases.Threading + "CancellationToken cancellationToken";
    private const string GuidType = "global::System.Guid";
    private const string Defaults = Options + " = null, " + Token + " = default";

    public static void Emit(EmitContext context, OperationModel operation)
    {
        CodeWriter writer = context.Writer;
        IReadOnlyList<MethodArgument> arguments = MethodArgument.CreateAll(operation);
        List<Method> methods = [.. GetMethods(operation, arguments)];
        foreach (Method method in methods)
        {
            EmitMethodHead(writer, operation, method, arguments, methods);
            writer.WriteLine($"public {(method.IsVirtual ? "virtual " : "")}{method.Signature}");
            writer.WriteLine($"    => {method.Body};");
        }

        EmitHiddenOverloads(writer, operation, methods, "public ");
        EmitCreateRequest(context, operation, arguments);
        OperationInfoEmitter.Emit(writer, operation);
    }

    /// <summary>Writes the same methods as members of the resource's interface.</summary>
    public static void EmitInterfaceMembers(EmitContext context, OperationModel operation)
    {
        IReadOnlyList<MethodArgument> arguments = MethodArgument.CreateAll(operation);
        List<Method> methods = [.. GetMethods(operation, arguments)];
        foreach (Method method in methods)
        {
            EmitMethodHead(context.Writer, operation, method, arguments, methods);
            context.Writer.WriteLine(method.Signature + ";");
        }

        EmitHiddenOverloads(context.Writer, operation, methods, "");
    }

    /// <summary>
    /// Writes the signatures that the methods had before the document had optional parameters, so that calls with options and token in
    /// their places still compile, and those of older documents that the listing keeps. C# before version 13 knows no priority, and would
    /// find some calls ambiguous: there they are left out.
    /// </summary>
    private static void EmitHiddenOverloads(CodeWriter writer, OperationModel operation, List<Method> methods, string modifier)
    {
        bool isShorter = methods.Exists(m => m.Arguments.Any(a => a.IsLeftOut));
        if (!isShorter && operation.OlderCalls.Count == 0)
            return;
        writer.WriteLine("#if NET9_0_OR_GREATER");
        if (isShorter)
            EmitShorterOverloads(writer, operation, methods, modifier);
        for (int i = 0; i < operation.OlderCalls.Count; i++)
        {
            OlderCall call = operation.OlderCalls[i];
            string passed = string.Concat(OlderCallArguments.GetPassed(operation, call).Select(a => a + ", "));
            foreach (Method method in methods.Where(m => m.IsVirtual))
                EmitHiddenOverload(
                    writer,
                    operation,
                    method,
                    $"Same as {method.Name} for an older version of the document.",
                    // Each has its own: C# chooses between two overloads of one priority by their types alone.
                    -2 - i,
                    $"{modifier}{method.Type} {method.Name}({string.Concat(OlderCallArguments.GetDeclared(operation, call).Select(a => a + ", "))}{Defaults})",
                    passed
                );
        }

        writer.WriteLine("#endif");
    }

    private static void EmitShorterOverloads(CodeWriter writer, OperationModel operation, List<Method> methods, string modifier)
    {
        foreach (Method method in methods)
        {
            List<MethodArgument> shorter = [.. method.Arguments.Where(a => !a.IsLeftOut)];
            if (operation.OlderCalls.Any(c => c.ReplacesShorter && OlderCallArguments.HasTypes(operation, c, shorter)))
                continue;
            string arguments = string.Concat(shorter.Select(a => $"{a.Type} {a.Name}, "));
            EmitHiddenOverload(
                writer,
                operation,
                method,
                $"Same as {method.Name} without the arguments that are optional.",
                -1,
                $"{modifier}{method.Type} {method.Name}({arguments}{Options}, {Token} = default)",
                string.Concat(method.Arguments.Select(a => a.IsLeftOut ? "null, " : a.Name + ", "))
            );
        }
    }

    private static void EmitHiddenOverload(
        CodeWriter writer,
        OperationModel operation,
        Method method,
        string summary,
        int priority,
        string declaration,
        string passed
    )
    {
        writer.WriteSummary(summary);
        // The method that it calls names the operation.
        if (operation.Docs.Documentation.Deprecated)
            writer.WriteLine(DocComment.ObsoleteAttribute);
        writer.WriteLine(
            $"[{NamespaceAliases.ComponentModel}EditorBrowsable(({NamespaceAliases.ComponentModel}EditorBrowsableState)1), {NamespaceAliases.Compiler}OverloadResolutionPriority({priority.ToString(CultureInfo.InvariantCulture)})]"
        );
        writer.WriteLine(declaration);
        writer.WriteLine($"    => {method.Name}({passed}options, cancellationToken);");
    }

    private static void EmitMethodHead(
        CodeWriter writer,
        OperationModel operation,
        Method method,
        IReadOnlyList<MethodArgument> arguments,
        List<Method> methods
    )
    {
        writer.WriteLine();
        if (method == methods[0])
            OperationDocsEmitter.Emit(writer, operation, arguments);
        else if (methods[0].Arguments.Any(a => a.HasUnknownCref))
            writer.WriteSummary($"Same as {methods[0].Name}.");
        else
            writer.WriteLine($"/// <inheritdoc cref=\"{GetCref(operation, methods[0], methods)}\"/>");
        if (method.Returns.Length > 0)
            writer.WriteLine($"/// <returns>{method.Returns}</returns>");
        EmitOperationAttributes(writer, operation);
    }

    private static void EmitOperationAttributes(CodeWriter writer, OperationModel operation)
    {
        string values = $"{Literal.Quote(operation.Id)}, {Literal.Quote(operation.HttpMethod)}, {Literal.Quote(operation.Path)}";
        writer.WriteLine($"[{ApiOperationAttribute.Type}({values})]");
        if (operation.Docs.Documentation.Deprecated)
            writer.WriteLine(DocComment.ObsoleteAttribute);
    }

    /// <summary>The reference to a method: its name where no other method has it.</summary>
    private static string GetCref(OperationModel operation, Method method, List<Method> methods) =>
        methods.Count(m => m.Name == method.Name) == 1 && operation.OlderCalls.Count == 0 && !method.Arguments.Any(a => a.IsLeftOut)
            ? method.Name
            : GetCref(method);

    private static string GetCref(Method method) =>
        $"{method.Name}({string.Concat(method.Arguments.Select(a => a.Cref + ", "))}{RequestOptions.Type}, {NamespaceAliases.Threading}CancellationToken)";

    private static IEnumerable<Method> GetMethods(OperationModel operation, IReadOnlyList<MethodArgument> arguments)
    {
        string request = $"{operation.CreateRequestMethod}({string.Join(", ", arguments.Select(a => a.Name).Append("options"))})";
        string name = operation.Name + "Async";
        if (operation.Paging is { } paging)
            return GetListMethods(operation, paging, arguments, request, name);
        if (operation.Response is { Kind: ContentKind.JsonLines or ContentKind.ServerSentEvents, Result: { } item })
            return GetStreamMethods(operation.Response, item, arguments, request, name);
        return GetValueMethods(operation, arguments, request, name);
    }

    private static IEnumerable<Method> GetValueMethods(
        OperationModel operation,
        IReadOnlyList<MethodArgument> arguments,
        string request,
        string name
    )
    {
        SendMethods send = GetSendMethods(operation.Response);
        string responseName = operation.Name + "WithResponseAsync";
        yield return new Method(send.ResultType, name, arguments, true, "", $"{request}.{send.ForResult}(cancellationToken)");
        yield return new Method(
            send.ResponseType,
            responseName,
            arguments,
            true,
            "The response: the result with status, headers and envelope.",
            $"{request}.{send.ForResponse}(cancellationToken)"
        );
        if (!arguments.Any(a => a.HasGuidOverload))
            yield break;
        yield return CreateGuidOverload(send.ResultType, name, arguments);
        yield return CreateGuidOverload(send.ResponseType, responseName, arguments);
    }

    /// <summary>
    /// Gets the methods of a list. They are not async: pages are fetched while they are enumerated, and carry the response themselves.
    /// </summary>
    private static IEnumerable<Method> GetListMethods(
        OperationModel operation,
        PagingModel paging,
        IReadOnlyList<MethodArgument> arguments,
        string request,
        string name
    )
    {
        string item = TypeNames.ToCSharp(paging.Item);
        string body =
            $"{request}.{ApiRequestBuilder.ToPageable}<{item}{GetCodecArgument(paging.Item)}>({operation.PagingFieldName}, cancellationToken)";
        return GetSequenceMethods($"{Pageable.Type}<{item}>", body, arguments, name);
    }

    /// <summary>Gets the methods of JSON lines and server-sent events, which are read while they are enumerated.</summary>
    private static IEnumerable<Method> GetStreamMethods(
        ResponseModel response,
        TypeRef type,
        IReadOnlyList<MethodArgument> arguments,
        string request,
        string name
    )
    {
        string item = TypeNames.ToCSharp(type);
        string call =
            response.Kind == ContentKind.JsonLines
                ? $"{ApiRequestBuilder.StreamJsonLines}<{item}{GetCodecArgument(type)}>(cancellationToken)"
                : $"{ApiRequestBuilder.StreamEvents}<{item}{GetCodecArgument(type)}>({ContractEnums.Format(response.SsePayload)}, cancellationToken)";
        return GetSequenceMethods($"{NamespaceAliases.Collections}IAsyncEnumerable<{item}>", $"{request}.{call}", arguments, name);
    }

    private static string GetCodecArgument(TypeRef item) =>
        item is NamedType { Kind: NamedKind.Model } ? "" : ", " + TypeNames.GetCodec(item);

    private static IEnumerable<Method> GetSequenceMethods(string type, string body, IReadOnlyList<MethodArgument> arguments, string name)
    {
        yield return new Method(type, name, arguments, true, "", body);
        if (arguments.Any(a => a.HasGuidOverload))
            yield return CreateGuidOverload(type, name, arguments);
    }

    private static Method CreateGuidOverload(string type, string name, IReadOnlyList<MethodArgument> arguments)
    {
        IReadOnlyList<MethodArgument> guids =
        [
            .. arguments.Select(a => a.HasGuidOverload ? a with { Type = GuidType, Cref = GuidType } : a),
        ];
        IEnumerable<string> passed = arguments.Select(a => a.HasGuidOverload ? a.Name + ".ToString()" : a.Name);
        return new Method(type, name, guids, false, "", $"{name}({string.Join(", ", passed)}, options, cancellationToken)");
    }

    /// <summary>Gets the return types of the two methods, and the calls that send the request for them.</summary>
    private static SendMethods GetSendMethods(ResponseModel response)
    {
        if (response.Result is not { } result)
            return new(Task, $"{Task}<{ApiResponse.Type}>", ApiRequestBuilder.SendAsync, ApiRequestBuilder.SendWithResponseAsync);
        TypeRef type = response.ResultNullable ? new NullableType(result) : result;
        string name = TypeNames.ToCSharp(type);
        if (response.Kind is ContentKind.Text or ContentKind.Stream)
        {
            bool isText = response.Kind == ContentKind.Text;
            return new(
                $"{Task}<{name}>",
                $"{Task}<{ApiResponse.Type}<{TypeNames.ToCSharp(result)}>>",
                isText ? ApiRequestBuilder.SendForTextAsync : ApiRequestBuilder.SendForStreamAsync,
                isText ? ApiRequestBuilder.SendForTextResponseAsync : ApiRequestBuilder.SendForStreamResponseAsync
            );
        }

        // A type argument of a class takes no question mark in a signature's constraint, but does in the task.
        string argument = type is NamedType { Kind: NamedKind.Model } ? $"<{name}>" : $"<{name}, {TypeNames.GetCodec(type)}>";
        return new(
            $"{Task}<{name}>",
            $"{Task}<{ApiResponse.Type}<{name}>>",
            ApiRequestBuilder.SendForResultAsync + argument,
            ApiRequestBuilder.SendForResponseAsync + argument
        );
    }

    private static void EmitCreateRequest(EmitContext context, OperationModel operation, IReadOnlyList<MethodArgument> arguments)
    {
        CodeWriter writer = context.Writer.WriteLine();
        string signature = string.Join(", ", arguments.Select(a => $"{a.Type} {a.Name}").Append(Options));
        writer.WriteLine($"private {ApiRequestBuilder.Type} {operation.CreateRequestMethod}({signature})");
        using (writer.Indent())
        {
            List<string> calls = [];
            foreach (ParameterModel parameter in operation.Parameters)
                calls.Add(RequestChain.GetParameterCall(parameter));
            if (operation.Body is { } body)
                calls.Add(RequestChain.GetBodyCall(body));
            string end = calls.Count == 0 ? ";" : "";
            writer.WriteLine($"=> _connection.{ApiConnection.CreateRequest}({operation.InfoFieldName}, options){end}");
            for (int i = 0; i < calls.Count; i++)
                writer.WriteLine("    " + calls[i] + (i + 1 == calls.Count ? ";" : ""));
        }
    }

    /// <param name="Returns">The documentation of the result; empty if that of the operation is enough.</param>
    private sealed record Method(
        string Type,
        string Name,
        IReadOnlyList<MethodArgument> Arguments,
        bool IsVirtual,
        string Returns,
        string Body
    )
    {
        public string Signature =>
            $"{Type} {Name}({string.Join(", ", Arguments.Select(a => $"{a.Type} {a.Name}{a.Default}").Append(Defaults))})";
    }

    private sealed record SendMethods(string ResultType, string ResponseType, string ForResult, string ForResponse);
}
