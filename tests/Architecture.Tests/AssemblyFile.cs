using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace EmulationPlatform.Architecture.Tests;

/// <summary>What an assembly says about itself, without running any of it.</summary>
/// <param name="References">Assemblies whose types it uses; one that is only referenced in the project is not among them.</param>
/// <param name="Types">Full names of types of other assemblies that it uses.</param>
/// <param name="Members">Members of other assemblies that it uses: <c>Namespace.Type.Member</c>.</param>
/// <param name="PublicTypes">Public types that are not nested, each with the interfaces it implements.</param>
internal sealed record AssemblyFile(
    IReadOnlyList<string> References,
    IReadOnlyList<string> Types,
    IReadOnlyList<string> Members,
    IReadOnlyDictionary<string, IReadOnlyList<string>> PublicTypes)
{
    public static AssemblyFile Open(string path)
    {
        using var file = new PEReader(File.OpenRead(path));
        var metadata = file.GetMetadataReader();
        return new AssemblyFile(
            [.. metadata.AssemblyReferences.Select(handle => metadata.GetString(metadata.GetAssemblyReference(handle).Name))],
            [.. metadata.TypeReferences.Select(handle => NameOf(metadata, handle))],
            [.. metadata.MemberReferences.Select(handle => MemberOf(metadata, metadata.GetMemberReference(handle))).OfType<string>().Distinct()],
            metadata.TypeDefinitions.Select(metadata.GetTypeDefinition)
                .Where(type => (type.Attributes & TypeAttributes.VisibilityMask) == TypeAttributes.Public)
                .ToDictionary(
                    type => $"{metadata.GetString(type.Namespace)}.{metadata.GetString(type.Name)}",
                    type => (IReadOnlyList<string>)[.. type.GetInterfaceImplementations().Select(handle => InterfaceOf(metadata, handle))]));
    }

    private static string InterfaceOf(MetadataReader metadata, InterfaceImplementationHandle handle) =>
        metadata.GetInterfaceImplementation(handle).Interface is { Kind: HandleKind.TypeReference } known
            ? NameOf(metadata, (TypeReferenceHandle)known)
            : "";

    private static string NameOf(MetadataReader metadata, TypeReferenceHandle handle)
    {
        var type = metadata.GetTypeReference(handle);
        var name = metadata.GetString(type.Name);
        return type.ResolutionScope.Kind == HandleKind.TypeReference
            ? $"{NameOf(metadata, (TypeReferenceHandle)type.ResolutionScope)}.{name}"
            : $"{metadata.GetString(type.Namespace)}.{name}";
    }

    /// <summary>Null for members of generic instances, whose types are checked by name.</summary>
    private static string? MemberOf(MetadataReader metadata, MemberReference member) => member.Parent.Kind == HandleKind.TypeReference
        ? $"{NameOf(metadata, (TypeReferenceHandle)member.Parent)}.{metadata.GetString(member.Name)}"
        : null;
}
