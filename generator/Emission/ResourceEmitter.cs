using CfGen.Generator.Model;
using static CfGen.Generator.Emission.RuntimeApi;

namespace CfGen.Generator.Emission;

/// <summary>A resource class: the resources below it and its operations.</summary>
internal static class ResourceEmitter
{
    public static void Emit(EmitContext context, ResourceModel resource)
    {
        if (resource.IsClient)
            EmitClientPart(context, resource);
        else
            EmitClass(context, resource);
        foreach (OperationModel operation in resource.Operations)
        {
            if (operation.ParametersType is not null && operation.Variant is null)
                ParametersTypeEmitter.Emit(context, operation);
        }
    }

    private static void EmitClass(EmitContext context, ResourceModel resource)
    {
        CodeWriter writer = context.Writer;
        writer.WriteSummary(
            DocComment.ToText(resource.Description, $"Operations on {resource.Title}, available through {resource.ClientName}.")
        );
        writer.WriteLine(EmitContext.GeneratedCodeAttribute);
        string interfaceName = context.File.HasInterfaces ? " : " + TypeNames.Qualify("I" + resource.TypeName) : "";
        using (writer.OpenBlock($"{context.File.AccessModifier} partial class {resource.TypeName}{interfaceName}"))
        {
            writer.WriteLine($"private readonly {ApiConnection.Type} _connection;").WriteLine();
            writer.WriteSummary("Creates an instance for mocking. A method that is not overridden throws when it is called.");
            writer.WriteLine($"protected {resource.TypeName}() => _connection = {ApiConnection.Type}.{ApiConnection.None};").WriteLine();
            writer.WriteLine($"internal {resource.TypeName}({ApiConnection.Type} connection) => _connection = connection;");
            ClientEmitter.EmitResourceProperties(context, resource.Resources, "I" + resource.TypeName);
            foreach (OperationModel operation in resource.Operations)
                OperationEmitter.Emit(context, operation);
        }

        if (context.File.HasInterfaces)
            EmitInterface(context, resource);
    }

    /// <summary>The part of the client's class, and of its interface, that has operations. The other part has all else.</summary>
    private static void EmitClientPart(EmitContext context, ResourceModel resource)
    {
        using (context.Writer.OpenBlock($"{context.File.AccessModifier} partial class {resource.TypeName}"))
        {
            foreach (OperationModel operation in resource.Operations)
                OperationEmitter.Emit(context, operation);
        }

        if (!context.File.HasInterfaces)
            return;
        context.Writer.WriteLine();
        using (context.Writer.OpenBlock($"{context.File.AccessModifier} partial interface I{resource.TypeName}"))
        {
            foreach (OperationModel operation in resource.Operations)
                OperationEmitter.EmitInterfaceMembers(context, operation);
        }
    }

    /// <summary>The interface of the class, for other implementations.</summary>
    private static void EmitInterface(EmitContext context, ResourceModel resource)
    {
        CodeWriter writer = context.Writer.WriteLine();
        writer.WriteSummary(DocComment.ToText(resource.Description, $"Operations on {resource.Title}."));
        writer.WriteLine(EmitContext.GeneratedCodeAttribute);
        using (writer.OpenBlock($"{context.File.AccessModifier} partial interface I{resource.TypeName}"))
        {
            ClientEmitter.EmitInterfaceResources(context, resource.Resources);
            foreach (OperationModel operation in resource.Operations)
                OperationEmitter.EmitInterfaceMembers(context, operation);
        }
    }
}
