package planner.adapter.pinterest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Pattern;
import planner.adapter.contract.OpenApiCheck;
import planner.adapter.contract.SpecCheck;
import planner.adapter.contract.Wire;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Holds requests against Pinterest's OpenAPI, and uploads against what it says of them in prose. */
final class PinterestCheck implements SpecCheck {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String API = "/pinterest/api/v5";
    private static final Pattern NAME = Pattern.compile("name=\"([^\"]+)\"");

    private final OpenApiCheck api =
            new OpenApiCheck(SpecCheck.folder("pinterest").resolve("openapi-5.23.0.organic.json"), API);

    @Override
    public void check(Wire.Sent sent) {
        var path = sent.call().uri().getPath();
        if (path.equals("/pinterest/upload/")) {
            upload(sent);
            return;
        }
        assertThat(sent.call().headers().getOrDefault("Authorization", "")).startsWith("Bearer ");
        var query = sent.call().uri().getQuery();
        if (query != null) {
            Arrays.stream(query.split("&"))
                    .filter(pair -> pair.startsWith("page_size="))
                    .forEach(pair -> assertThat(Integer.parseInt(pair.substring("page_size=".length())))
                            .isBetween(1, 250));
        }
        if (!path.equals(API + "/pins") || !sent.write()) {
            api.check(sent);
            return;
        }
        // the description requires no field of a pin
        var pin = (ObjectNode) JSON.readTree(sent.body());
        assertThat(pin.path("board_id").isString()).isTrue();
        assertThat(pin.path("media_source").isObject()).isTrue();
        // since 5.28, which is not among the stored descriptions: docs/networks/pinterest.md
        pin.remove("ai_disclosures");
        api.check(new Wire.Sent(sent.call(), JSON.writeValueAsBytes(pin), sent.status()));
    }

    /** "Send the file's contents as the parameter file and include all of the parameters from upload_parameters." */
    private static void upload(Wire.Sent sent) {
        assertThat(sent.call().method()).isEqualTo("POST");
        assertThat(sent.call().headers()).doesNotContainKey("Authorization");
        var names = NAME.matcher(new String(sent.body(), StandardCharsets.ISO_8859_1))
                .results()
                .map(found -> found.group(1))
                .filter(name -> !name.equals("video"))
                .toList();
        assertThat(names)
                .containsExactlyInAnyOrder(
                        "x-amz-date",
                        "x-amz-signature",
                        "x-amz-security-token",
                        "x-amz-algorithm",
                        "key",
                        "policy",
                        "x-amz-credential",
                        "Content-Type",
                        "file");
        assertThat(names.getLast()).isEqualTo("file");
    }
}
