package planner.adapter.instagram;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import planner.adapter.contract.SpecCheck;
import planner.adapter.contract.Wire;
import planner.adapter.meta.NodeSpec;

/**
 * Holds requests against the descriptions of the Graph API's nodes: known edges, known parameters, right types, known
 * fields. They have no list of hosts, so that the path says which node is meant.
 */
final class NodeCheck implements SpecCheck {
    /** Parameters of the Graph API itself. */
    private static final Set<String> EVERYWHERE = Set.of("fields", "limit", "after", "access_token");
    /** Documented, but not yet in the descriptions. */
    private static final Set<String> NEWER =
            Set.of("is_ai_generated", "is_paid_partnership", "branded_content_sponsor_ids");

    private final NodeSpec spec;

    NodeCheck(Path folder) {
        spec = new NodeSpec(folder, EVERYWHERE, NEWER);
    }

    @Override
    public void check(Wire.Sent sent) {
        var path = List.of(sent.call().uri().getPath().substring(1).split("/"));
        var host = path.get(1);
        if (host.equals("rupload")) {
            assertThat(sent.call().headers().keySet()).contains("Authorization", "offset", "file_size");
            assertThat(path.subList(2, 4)).containsExactly("ig-api-upload", "v25.0");
            return;
        }
        assertThat(host).isIn("graph", "fbgraph");
        boolean instagramLogin = host.equals("graph");
        var rest = path.subList(2, path.size());
        var values = NodeSpec.values(sent);
        switch (rest.getFirst()) {
            case "access_token" -> spec.edge("IGAccessTokenForIGOnlyAPI", sent, "#get", values);
            case "refresh_access_token" -> spec.edge("IGRefreshAccessTokenForIGOnlyAPI", sent, "#get", values);
            default -> {
                assertThat(rest.getFirst()).as("version").isEqualTo("v25.0");
                node(sent, rest.subList(1, rest.size()), instagramLogin, values);
            }
        }
    }

    private void node(Wire.Sent sent, List<String> path, boolean instagramLogin, Map<String, String> values) {
        var edge = path.size() == 1 ? "" : path.get(1);
        boolean account =
                path.getFirst().startsWith("178414") || path.getFirst().equals("me");
        var type = (account ? "IGUser" : "IGMedia") + (instagramLogin ? "ForIGOnlyAPI" : "");
        if (edge.isEmpty()
                && !account
                && !sent.write()
                && spec.fieldsOf("ShadowIGMediaBuilder").containsAll(NodeSpec.fields(values))) {
            type = "ShadowIGMediaBuilder";
        }
        if (edge.isEmpty() && account) {
            // the node itself stands in the description by its fields only
            assertThat(sent.call().method()).isEqualTo("GET");
        } else {
            var name = edge.isEmpty() ? sent.write() ? "#update" : "#get" : edge;
            spec.edge(type, sent, name, values);
        }
        var shown = switch (edge) {
            case "" -> type;
            case "media", "stories" -> instagramLogin ? "IGMediaForIGOnlyAPI" : "IGMedia";
            case "comments" -> "IGComment";
            case "content_publishing_limit" -> "ContentPublishingLimitResponse";
            default -> "";
        };
        if (!shown.isEmpty()) {
            assertThat(spec.fieldsOf(shown)).as("fields of " + shown).containsAll(NodeSpec.fields(values));
        }
    }
}
