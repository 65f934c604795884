using CfGen.Generator.Model;

namespace CfGen.Generator.Emission;

/// <summary>The record of an operation's optional parameters.</summary>
internal static class ParametersTypeEmitter
{
    public static void Emit(EmitContext context, OperationModel operation)
    {
        CodeWriter writer = context.Writer;
        writer.WriteLine().WriteSummary($"The optional parameters of {operation.Name}Async ({operation.HttpMethod} {operation.Path}).");
        writer.WriteLine(EmitContext.GeneratedCodeAttribute);
        using (writer.OpenBlock($"{context.ModelDeclaration} {operation.ParametersType}"))
        {
            bool isFirst = true;
            List<ParameterModel> parameters = [.. operation.Parameters.Where(p => p is { Required: false, Option: null })];
            foreach (ParameterModel parameter in parameters)
            {
                if (!isFirst)
                    writer.WriteLine();
                isFirst = false;
                writer.WriteDocs(parameter.Docs with { Pointer = "" }, DocComment.DescribeParameter(parameter));
                string name = parameter.PropertyName;
                writer.WriteLine($$"""public {{TypeNames.ToCSharp(parameter.Type)}}? {{name}} { get; init; }""");
            }

            TextEmitter.Emit(
                context,
                hasWriter: false,
                parameters.Select(p => (p.PropertyName, Secrets.IsSecret(p.SerializedName, p.Type)))
            );
        }
    }
}
