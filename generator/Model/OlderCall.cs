namespace CfGen.Generator.Model;

/// <summary>A signature that the methods of an operation had for an older document. It stays as an overload that calls the present one.</summary>
/// <param name="ReplacesShorter">True if its types are those of the present overload without what can be left out.</param>
internal sealed record OlderCall(EquatableArray<OlderArgument> Arguments, bool ReplacesShorter);
