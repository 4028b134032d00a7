package planner.adapter.instagram;

import java.net.URI;
import java.util.Map;
import planner.network.Account;
import tools.jackson.databind.JsonNode;

/** Reads an account out of the answers of both logins. */
final class InstagramAccounts {
    private InstagramAccounts() {}

    static Account account(String id, JsonNode node, Variant variant) {
        var handle = node.path("username").asString("");
        var name = node.path("name").asString("");
        var picture = node.path("profile_picture_url").asString("");
        return new Account(
                id,
                name.isEmpty() ? handle : name,
                handle,
                picture.isEmpty() ? null : URI.create(picture),
                Map.of(Variant.DETAIL, variant.name()));
    }
}
