# Creates projects that use only the packages, for measurements. To be sourced. Needs $feed, the folder of the packages, and $work, an empty folder.

version="$(basename "$feed"/CfGen.[0-9]*.nupkg .nupkg)"
version="${version#CfGen.}"

# client FILE [METADATA]: prints the items of a project with a client.
client() {
  echo "<PackageReference Include=\"CfGen\" Version=\"$version\" /><OpenApiClient Include=\"$1\" Namespace=\"Acme.Cloudflare\" ClientName=\"CloudflareClient\" ${2:-} />"
}

# Prints least, median and all numbers of lines "MEASURE KIND NUMBER", by measure and kind.
summary() {
  sort -k1,2 -k3,3n | awk '{ k = $1 " " $2; v[k] = v[k] " " $3; n[k]++; t[k, n[k]] = $3 } END { for (k in v) printf "%-22s least %d, median %d of:%s\n", k, t[k, 1], t[k, int((n[k] + 1) / 2)], v[k] }' | sort
}

# project NAME ITEMS [PROPERTIES] [DOCUMENT] [PROGRAM] [MORE]: creates a console project in $work/NAME, restores it and builds it once.
# MORE is another file of C#.
# The command line of the compiler is in csc.rsp then.
project() {
  mkdir -p "$work/$1"
  local document="${4:-specs/zero-trust-risk-scoring.yaml}"
  cp "$document" "$work/$1/api.${document##*.}"
  cp "${5:-.ci/Consumer.cs}" "$work/$1/Program.cs"
  [ -z "${6:-}" ] || cp "$6" "$work/$1/"
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
  # The build prints the command line. /noconfig is not allowed in a response file.
  (cd "$work/$1" && dotnet build -tl:off -v:d --disable-build-servers | sed -nE 's#^ *[^ ]*/csc(\.dll)? /noconfig (.*)#\2#p' | head -1 > csc.rsp && test -s csc.rsp)
}
