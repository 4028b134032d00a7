package planner.post;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import planner.fake.FakeNetwork;
import planner.network.Finding;
import planner.network.Media;
import planner.network.MediaKind;
import planner.network.OptionLimits;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A file among the options: given by its id, frozen with its facts. */
class FileOptionTest {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final UUID ASSET = UUID.fromString("0199a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b");

    private final FakeNetwork network = new FakeNetwork();

    private OptionsReader.Read read(String cover, Media file) {
        return new OptionsReader(JSON)
                .read(network, Map.of("cover", JSON.readTree(cover), "board", JSON.readTree("\"news\"")), id -> {
                    assertThat(id).isEqualTo(ASSET);
                    return file;
                });
    }

    private static Media file(String type, long bytes) {
        return new Media(ASSET, MediaKind.IMAGE, type, bytes, 40, 30, 0, 0, 0, null, "cover", "");
    }

    /** As preflight puts them together. */
    private static List<Finding> findings(OptionsReader.Read read) {
        return Stream.concat(read.findings().stream(), OptionLimits.check(read.options()).stream())
                .toList();
    }

    private static List<String> rules(OptionsReader.Read read) {
        return findings(read).stream().map(Finding::rule).toList();
    }

    @Test
    void itBecomesTheFileWithItsFacts() {
        var read = read("{\"asset\":\"" + ASSET + "\"}", file("image/jpeg", 1_000));

        assertThat(findings(read)).isEmpty();
        assertThat(read.options()).isEqualTo(new FakeNetwork.Options("news", file("image/jpeg", 1_000)));
    }

    @Test
    void aFileOfTheWrongKindOrTooLargeIsFound() {
        var read = read("{\"asset\":\"" + ASSET + "\"}", file("image/png", 1_001));

        assertThat(rules(read)).containsExactly("option.file-type", "option.file-bytes");
        assertThat(findings(read)).allMatch(finding -> finding.field().equals("options.cover"));
    }

    @Test
    void whatIsNoFileIsFound() {
        for (var given :
                List.of("\"" + ASSET + "\"", "{\"asset\":\"x\"}", "{}", "7", "{\"id\":1,\"type\":\"image/jpeg\"}")) {
            assertThat(rules(read(given, file("image/jpeg", 1)))).as(given).containsExactly("option.type");
        }
        assertThat(rules(read("null", file("image/jpeg", 1)))).isEmpty();
    }

    @Test
    void aNumberBeyondAllBoundsIsAFindingAndNothingElse() {
        for (var huge : List.of("9223372036854775808", "-9223372036854775809", "1" + "0".repeat(400))) {
            var read = new OptionsReader(JSON)
                    .read(network, Map.of("board", JSON.readTree(huge)), id -> file("image/jpeg", 1));
            assertThat(rules(read)).as(huge).doesNotContain("option.unknown").isSubsetOf("option.range", "option.type");
        }
    }

    @Test
    void aPostKnowsTheFilesOfItsOptions() {
        var channel = UUID.randomUUID();
        Map<String, JsonNode> options = Map.of(
                "cover", JSON.readTree("{\"asset\":\"" + ASSET + "\"}"), "board", JSON.readTree("\"" + channel + "\""));
        var variant = new PostInput.VariantInput(null, null, null, null, null, options);
        var input = new PostInput(null, null, List.of(channel), null, null, Map.of(channel, variant), null);

        assertThat(input.assets()).containsExactly(ASSET);
    }

    @Test
    void theEditorIsToldWhichFilesFit() {
        var schema = JSON.<JsonNode>valueToTree(new OptionsSchema(JSON).of(network, Locale.ENGLISH))
                .path("properties")
                .path("cover");

        assertThat(schema.path("x-file").path(0).asString("")).isEqualTo("image/jpeg");
        assertThat(schema.path("properties").path("asset").path("format").asString(""))
                .isEqualTo("uuid");
    }
}
