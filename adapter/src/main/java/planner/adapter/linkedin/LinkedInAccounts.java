package planner.adapter.linkedin;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import planner.adapter.kit.Call;
import planner.adapter.kit.Json;
import planner.adapter.kit.Reply;
import planner.network.Account;
import planner.network.Credential;
import planner.network.NetworkException;
import tools.jackson.databind.JsonNode;

/** Who may be posted as: the member, and the pages on which the member has a role that may post. */
final class LinkedInAccounts {
    // DIRECT_SPONSORED_CONTENT_POSTER may make sponsored posts only; the last is what some answers call CONTENT_ADMIN
    private static final Set<String> POSTING = Set.of("ADMINISTRATOR", "CONTENT_ADMIN", "CONTENT_ADMINISTRATOR");
    private static final int PAGE = 100;
    private static final int MOST_PAGES = 10;
    private static final String COMMENTS = "comments";

    private final Rest rest;

    LinkedInAccounts(Rest rest) {
        this.rest = rest;
    }

    /** Whether the app was given the newer permission to comment; some apps of old need none. */
    static boolean comments(Account account) {
        return Boolean.parseBoolean(account.details().getOrDefault(COMMENTS, "true"));
    }

    /** @param fresh whether the token may be too young to work */
    Account member(Credential credential, boolean fresh) {
        var details = Map.of(COMMENTS, "" + credential.scopes().contains("w_member_social_feed"));
        if (credential.scopes().containsAll(Set.of("openid", "profile"))) {
            var info = Json.tree(identity("/v2/userinfo", credential, fresh));
            var picture = info.path("picture").asString("");
            return new Account(
                    Urns.PERSON + info.path("sub").asString(""),
                    info.path("name").asString(""),
                    "",
                    picture.isEmpty() ? null : URI.create(picture),
                    details);
        }
        var me = Json.tree(identity("/v2/me", credential, fresh));
        var name = me.path("localizedFirstName").asString("") + " "
                + me.path("localizedLastName").asString("");
        return new Account(
                Urns.PERSON + me.path("id").asString(""),
                name.strip(),
                me.path("vanityName").asString(""),
                null,
                details);
    }

    private Reply identity(String path, Credential credential, boolean fresh) {
        return checked(rest.plain(Call.get(rest.uri(path)).bearer(credential.access())), fresh);
    }

    List<Account> pages(Credential credential, boolean fresh) {
        var details = Map.of(COMMENTS, "" + credential.scopes().contains("w_organization_social_feed"));
        var accounts = new ArrayList<Account>();
        for (var urn : organizations(credential, fresh)) {
            var id = urn.substring(Urns.ORGANIZATION.length());
            var page = Json.tree(versioned("/rest/organizations/" + id, credential, fresh));
            accounts.add(new Account(
                    urn,
                    page.path("localizedName").asString(id),
                    page.path("vanityName").asString(""),
                    null,
                    details));
        }
        return accounts;
    }

    private Set<String> organizations(Credential credential, boolean fresh) {
        var urns = new LinkedHashSet<String>();
        for (int page = 0; page < MOST_PAGES; page++) {
            var answer = Json.tree(versioned(
                    "/rest/organizationAcls?q=roleAssignee&state=APPROVED&start=" + page * PAGE + "&count=" + PAGE,
                    credential,
                    fresh));
            answer.path("elements")
                    .valueStream()
                    .filter(LinkedInAccounts::posts)
                    .forEach(role -> urns.add(role.path("organization").asString("")));
            if (answer.path("elements").size() < PAGE) {
                break;
            }
        }
        return urns;
    }

    private static boolean posts(JsonNode role) {
        return role.path("state").asString("").equals("APPROVED")
                && POSTING.contains(role.path("role").asString(""))
                && role.path("organization").asString("").startsWith(Urns.ORGANIZATION);
    }

    private Reply versioned(String path, Credential credential, boolean fresh) {
        return checked(rest.versioned(Call.get(rest.uri(path)), credential.access()), fresh);
    }

    private Reply checked(Reply reply, boolean fresh) {
        if (!reply.ok()) {
            throw new NetworkException(LinkedInFaults.connecting(reply, rest.clock(), fresh));
        }
        return reply;
    }
}
