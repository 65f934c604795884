using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using CfGen.Faults.Calls;

namespace CfGen.Faults.Server;

/// <summary>The servers of a run: the API, the API over https, and another origin that no credential may reach.</summary>
internal sealed class ServerSet : IAsyncDisposable
{
    private readonly X509Certificate2 _certificate = CreateCertificate();

    public ServerSet(ServerCheck check)
    {
        Api = new FaultServer(check) { Servers = this };
        Secure = new FaultServer(check, _certificate) { Servers = this };
        Foreign = new FaultServer(check) { Servers = this };
        // A port that was free a moment ago refuses connections.
        using TcpListener closed = new(IPAddress.Loopback, 0);
        closed.Start();
        Closed = new Uri($"http://127.0.0.1:{((IPEndPoint)closed.LocalEndpoint).Port}");
    }

    public FaultServer Api { get; }

    public FaultServer Secure { get; }

    public FaultServer Foreign { get; }

    /// <summary>The hash of the certificate, which nobody else trusts.</summary>
    public string CertificateHash => _certificate.GetCertHashString();

    /// <summary>The URL of a server that does not exist.</summary>
    public Uri Closed { get; }

    public int OpenCount => Api.OpenCount + Secure.OpenCount + Foreign.OpenCount;

    public async ValueTask DisposeAsync()
    {
        await Api.DisposeAsync();
        await Secure.DisposeAsync();
        await Foreign.DisposeAsync();
        _certificate.Dispose();
    }

    private static X509Certificate2 CreateCertificate()
    {
        using RSA key = RSA.Create(2048);
        CertificateRequest request = new("CN=127.0.0.1", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using X509Certificate2 certificate = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        return X509CertificateLoader.LoadPkcs12(certificate.Export(X509ContentType.Pfx), null);
    }
}
