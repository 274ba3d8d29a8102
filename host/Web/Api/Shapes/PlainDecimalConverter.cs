using System.Text.Json;
using System.Text.Json.Serialization;

namespace EmulationPlatform.Web.Api.Shapes;

/// <summary>Writes 12.5, not 12.5000: the digits a decimal happens to carry along mean nothing.</summary>
internal sealed class PlainDecimalConverter : JsonConverter<decimal>
{
    // Dividing by one with this many digits leaves the fewest digits that hold the value.
    private const decimal One = 1.000000000000000000000000000000m;

    public override decimal Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetDecimal();

    public override void Write(Utf8JsonWriter writer, decimal value, JsonSerializerOptions options) => writer.WriteNumberValue(value / One);
}
