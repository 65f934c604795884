namespace CfGen.Generator.Model;

/// <param name="Item">What a page lists.</param>
/// <param name="Settings">Properties of the runtime's <c>PagingInfo</c> and their values.</param>
internal sealed record PagingModel(PagingStyle Style, TypeRef Item, EquatableArray<PagingSetting> Settings);
