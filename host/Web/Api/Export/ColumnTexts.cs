using System.Resources;
using EmulationPlatform.Web.Texts;

namespace EmulationPlatform.Web.Api.Export;

/// <summary>Headers of exported tables, and words in their cells, in one of the two languages.</summary>
internal sealed class ColumnTexts(Words language)
{
    private static readonly ResourceManager Resources = new("EmulationPlatform.Web.Api.Export.Columns", typeof(ColumnTexts).Assembly);

    public string Header(string key) => Text(key);

    public string Table(string name) => Text("Table." + name);

    public string Word<T>(T value)
        where T : struct, Enum => Text($"{typeof(T).Name}.{value}");

    public string YesOrNo(bool value) => Text(value ? "True" : "False");

    public string Of(LocalizedText text) => language.Of(text);

    private string Text(string key) => Resources.GetString(key, language.Culture) ?? key;
}
