package planner.simulator.linkedin;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** A post that is out, and what was said below it. */
final class Post {
    final String urn;
    final String author;
    final Instant at;
    final Commentary text;
    final JsonNode body;
    final List<Asset> media;
    private final List<Comment> comments = new ArrayList<>();

    record Comment(String urn, String actor, String text, Instant at) {}

    Post(String urn, String author, Instant at, Commentary text, JsonNode body, List<Asset> media) {
        this.urn = urn;
        this.author = author;
        this.at = at;
        this.text = text;
        this.body = body;
        this.media = List.copyOf(media);
    }

    synchronized void add(Comment comment) {
        comments.add(comment);
    }

    synchronized List<Comment> comments() {
        return List.copyOf(comments);
    }

    JsonNode content() {
        return body.path("content");
    }

    Optional<String> parent() {
        String parent = body.path("reshareContext").path("parent").asString("");
        return parent.isEmpty() ? Optional.empty() : Optional.of(parent);
    }
}
