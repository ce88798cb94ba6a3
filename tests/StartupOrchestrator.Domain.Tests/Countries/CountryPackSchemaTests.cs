using StartupOrchestrator.Domain.Countries.Packs;

namespace StartupOrchestrator.Domain.Tests.Countries;

public class CountryPackSchemaTests
{
    [Fact]
    public void Schema_beside_the_packs_is_that_of_the_model()
    {
        var file = Path.Combine(Repository.Root, "workflows", "countries", "country-pack.schema.json");
        var generated = RecordSchema.Of(typeof(CountryPack), "Country pack") + "\n";
        if (!File.Exists(file))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, generated);
        }

        Assert.True(generated == File.ReadAllText(file), $"The model of country packs changed. Delete {file} and run this test again to write the new schema, then look at the difference.");
    }
}
