# Sourced: projects that know the packages only, for measuring. Wants $feed, the folder of the packages, and $work, an empty one.

version="$(basename "$feed"/CfGen.[0-9]*.nupkg .nupkg)"
version="${version#CfGen.}"

# client FILE [METADATA]: the items of a project with a client.
client() {
  echo "<PackageReference Include=\"CfGen\" Version=\"$version\" /><OpenApiClient Include=\"$1\" Namespace=\"Acme.Cloudflare\" ClientName=\"CloudflareClient\" ${2:-} />"
}

# Least, median and all of the lines "MEASURE KIND NUMBER", by measure and kind.
summary() {
  sort -k1,2 -k3,3n | awk '{ k = $1 " " $2; v[k] = v[k] " " $3; n[k]++; t[k, n[k]] = $3 } END { for (k in v) printf "%-22s least %d, median %d of:%s\n", k, t[k, 1], t[k, int((n[k] + 1) / 2)], v[k] }' | sort
}

# project NAME ITEMS [PROPERTIES] [DOCUMENT] [PROGRAM]: a console project in $work/NAME, restored and built once, with the
# compiler's own command line in csc.rsp.
project() {
  mkdir -p "$work/$1"
  local document="${4:-specs/zero-trust-risk-scoring.yaml}"
  cp "$document" "$work/$1/api.${document##*.}"
  cp "${5:-.ci/Consumer.cs}" "$work/$1/Program.cs"
  cat > "$work/$1/App.csproj" <<XML
<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup>
    <OutputType>Exe</OutputType>
    <TargetFramework>net10.0</TargetFramework>
    <ImplicitUsings>enable</ImplicitUsings>
    <Nullable>enable</Nullable>
    <NuGetAudit>false</NuGetAudit>
    <UseSharedCompilation>false</UseSharedCompilation>
    <RestoreAdditionalProjectSources>$feed</RestoreAdditionalProjectSources>
    <RestorePackagesPath>$work/packages</RestorePackagesPath>
    ${3:-}
  </PropertyGroup>
  <ItemGroup>$2</ItemGroup>
</Project>
XML
  # The compiler's own command line, as the build gave it; /noconfig must not stand in a file.
  (cd "$work/$1" && dotnet build -tl:off -v:d --disable-build-servers | sed -nE 's#^ *[^ ]*/csc(\.dll)? /noconfig (.*)#\2#p' | head -1 > csc.rsp && test -s csc.rsp)
}
