namespace CfGen.Generator.Usage;

/// <summary>The surface of a listed client, to which code of the project binds.</summary>
internal interface IClientSurface
{
    /// <summary>Gets the names that decide on what is declared.</summary>
    IEnumerable<string> GetNames();

    /// <summary>Returns the part of the surface that code with certain names can bind to, as declarations of C#.</summary>
    /// <param name="isNamed">True for a name that the code has.</param>
    string Declare(Func<string, bool> isNamed);
}
