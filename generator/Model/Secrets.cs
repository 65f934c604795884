using CfGen.CodeGen;

namespace CfGen.Generator.Model;

/// <summary>Members whose names say that their values are secret.</summary>
internal static class Secrets
{
    /// <summary>True if the name says it, and the type can hold a secret: a flag and most numbers cannot.</summary>
    public static bool IsSecret(string name, TypeRef type) =>
        type is ScalarType { Kind: ScalarKind.Boolean } ? false
        : type is ScalarType { IsNumber: true } ? SecretMemberNames.IsSecretNumber(name)
        : SecretMemberNames.IsSecret(name);
}
