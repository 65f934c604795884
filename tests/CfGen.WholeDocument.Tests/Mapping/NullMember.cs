using System.Reflection;
using System.Runtime.CompilerServices;

namespace CfGen.WholeDocument.Tests.Mapping;

/// <summary>Asks for a null to be sent, as a user does.</summary>
internal static class NullMember
{
    /// <summary>Returns the copy that sends null for the property; the model itself where the type sends it anyway, or never.</summary>
    public static object Send(object model, PropertyInfo property)
    {
        if (property.IsDefined(typeof(RequiredMemberAttribute)) || model.GetType().GetMethod("WithNull") is not { } withNull)
            return model;
        try
        {
            return withNull.Invoke(model, [new[] { property.Name }])!;
        }
        catch (TargetInvocationException refused) when (refused.InnerException is ArgumentException)
        {
            return model;
        }
    }
}
