using System.Text.Json;
using CfGen.CodeGen;

namespace CfGen.Serialization;

/// <summary>A multipart body (RFC 7578). Each part is read while it is sent.</summary>
internal sealed class MultipartBody : RequestBody
{
    private static readonly byte[] s_newLine = "\r\n"u8.ToArray();

    private readonly List<MultipartWriter.Part> _parts;
    private readonly byte[] _closingBoundary;

    private MultipartBody(MultipartWriter writer)
        : base("multipart/form-data; boundary=" + writer.Boundary)
    {
        _parts = writer.Parts;
        _closingBoundary = System.Text.Encoding.ASCII.GetBytes($"--{writer.Boundary}--\r\n");
        UnsendablePart = writer.UnsendablePart;
        Length = _closingBoundary.Length;
        foreach (MultipartWriter.Part part in _parts)
            Length += part.Header.Length + part.Length + s_newLine.Length; // null if the length of a part is unknown
    }

    public override string UnsendablePart { get; }

    public override bool CanSend => _parts.TrueForAll(p => p.Source?.CanSend ?? true);

    public override long? Length { get; }

    /// <returns>The body; null if a part has the opposite of the value that the member <c>stream</c> must have.</returns>
    public static MultipartBody? Create(IMultipartModel form, StreamRequest? stream, JsonSerializerOptions? serializerOptions)
    {
        var writer = new MultipartWriter { SerializerOptions = serializerOptions };
        form.Write(writer);
        return stream is not { } request || writer.TrySetStream(request) ? new MultipartBody(writer) : null;
    }

    public override async Task WriteAsync(Stream to, CancellationToken cancellationToken)
    {
        foreach (MultipartWriter.Part part in _parts)
        {
            await to.WriteAsync(part.Header, cancellationToken).ConfigureAwait(false);
            if (part.Source is { } source)
                await WriteAsync(source, to, cancellationToken).ConfigureAwait(false);
            else
                await to.WriteAsync(part.Content, cancellationToken).ConfigureAwait(false);
            await to.WriteAsync(s_newLine, cancellationToken).ConfigureAwait(false);
        }

        await to.WriteAsync(_closingBoundary, cancellationToken).ConfigureAwait(false);
    }
}
