using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;
using RegionLink.Runtime.Identity;

namespace RegionLink.Server.Identity.Edge;

/// <summary>Keeps the key ring of cookies and forms in the database, so that every server reads what any of them sealed.</summary>
internal sealed class KeyRing(ProtectionKeyStore store) : IXmlRepository
{
    public IReadOnlyCollection<XElement> GetAllElements() => [.. store.ReadAll().Select(xml => XElement.Parse(xml))];

    public void StoreElement(XElement element, string friendlyName) => store.Add(friendlyName, element.ToString(SaveOptions.DisableFormatting));
}
