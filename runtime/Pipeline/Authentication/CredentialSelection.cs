namespace CfGen.Pipeline.Authentication;

/// <summary>The credentials that a request is sent with.</summary>
/// <param name="Schemes">The schemes whose credential the options have, a bit each; the client adds it.</param>
/// <param name="HasCredential">
/// True if the request has a credential, of the options or in a header or query parameter that the caller sets.
/// </param>
internal readonly record struct CredentialSelection(ulong Schemes, bool HasCredential);
