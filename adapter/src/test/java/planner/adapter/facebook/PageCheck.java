package planner.adapter.facebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import planner.adapter.contract.SpecCheck;
import planner.adapter.contract.Wire;
import planner.adapter.meta.NodeSpec;

/** Holds requests against the descriptions of Page, PagePost, AdVideo and Stories. */
final class PageCheck implements SpecCheck {
    /** Parameters of the Graph API itself; lists by time take since and until. */
    private static final Set<String> EVERYWHERE =
            Set.of("fields", "limit", "after", "since", "until", "access_token", "appsecret_proof");
    /** The guide's own name for the file of a photo; the description knows only its address. */
    private static final Set<String> NEWER = Set.of("source");

    private static final Set<String> OF_LOGIN = Set.of("me", "oauth", "dialog", "1776000000000001");

    private final NodeSpec spec;

    PageCheck(Path folder) {
        spec = new NodeSpec(folder, EVERYWHERE, NEWER);
    }

    @Override
    public void check(Wire.Sent sent) {
        var path = List.of(sent.call().uri().getPath().substring(1).split("/"));
        if (path.get(1).equals("rupload")) {
            assertThat(path.subList(2, 4)).containsExactly("video-upload", "v25.0");
            assertThat(sent.call().headers().keySet()).contains("Authorization", "offset", "file_size");
            return;
        }
        assertThat(path.subList(1, 3)).containsExactly("graph", "v25.0");
        if (!OF_LOGIN.contains(path.get(3))) {
            node(sent, path.subList(3, path.size()), NodeSpec.values(sent));
        }
    }

    private void node(Wire.Sent sent, List<String> path, Map<String, String> values) {
        var edge = path.size() == 1 ? "" : path.get(1);
        var type = type(path.getFirst(), edge, values);
        if (!edge.isEmpty()) {
            spec.edge(type, sent, edge, values);
        } else {
            assertThat(sent.call().method()).isEqualTo("GET");
        }
        var shown = switch (edge) {
            case "" -> type;
            case "published_posts", "scheduled_posts" -> "PagePost";
            case "comments" -> "Comment";
            default -> "";
        };
        if (!shown.isEmpty()) {
            var known = new LinkedHashSet<>(spec.fieldsOf(shown));
            known.addAll(spec.edgesOf(shown));
            assertThat(known).as("fields of " + shown).containsAll(NodeSpec.fields(values));
        }
    }

    private static String type(String id, String edge, Map<String, String> values) {
        if (id.startsWith("135300000000")) {
            return id.contains("_") ? "PagePost" : "Page.pruned";
        }
        return edge.equals("insights") && values.getOrDefault("metric", "").startsWith("STORY") ? "Stories" : "AdVideo";
    }
}
