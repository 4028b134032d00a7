package planner.adapter.bluesky;

import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import planner.adapter.bluesky.BlueskyApi.Profile;
import planner.network.Account;
import planner.network.Credential;
import planner.network.Fault;
import planner.network.Grant;
import planner.network.NetworkException;

/** Whose account a credential opens, however the person signed in. */
final class Accounts {
    private static final String MAIN_PASSWORD_SCOPE = "com.atproto.access";

    private final BlueskyApi api;
    private final Identity identity;

    Accounts(BlueskyApi api, Identity identity) {
        this.api = api;
        this.identity = identity;
    }

    static Fault inactive(String status) {
        return new Fault.Rejected("account-inactive", status);
    }

    List<Grant> of(Credential credential) {
        var pds = BlueskyApi.pds(credential);
        var who = api.getSession(credential);
        if (Boolean.FALSE.equals(who.active())) {
            throw new NetworkException(inactive(Objects.requireNonNullElse(who.status(), "inactive")));
        }
        var profile = profile(who.did());
        var name = profile.map(Profile::displayName).filter(text -> !text.isBlank());
        return List.of(new Grant(
                new Account(
                        who.did(),
                        name.orElse(who.handle()),
                        who.handle(),
                        profile.map(Profile::avatar).map(Accounts::address).orElse(null),
                        details(credential, pds, who.did(), who.handle())),
                credential));
    }

    /** Whether handle and document name each other is told, not demanded: a server at home has no public DNS. */
    private Map<String, String> details(Credential credential, URI pds, String did, String handle) {
        boolean claimed = identity.document(did)
                .filter(document -> Identity.claims(document, handle))
                .isPresent();
        var details = new HashMap<String, String>();
        details.put("server", pds.getHost());
        details.put("handle-verified", Boolean.toString(claimed && pointsBack(pds, handle, did)));
        if (credential.scopes().contains(MAIN_PASSWORD_SCOPE)) {
            details.put("warning", "main-password");
        }
        return details;
    }

    private boolean pointsBack(URI pds, String handle, String did) {
        try {
            return api.resolveHandle(pds, handle).filter(did::equals).isPresent();
        } catch (NetworkException e) {
            return false;
        }
    }

    private Optional<Profile> profile(String did) {
        try {
            return Optional.of(api.getProfile(did));
        } catch (NetworkException e) {
            return Optional.empty();
        }
    }

    private static @Nullable URI address(String text) {
        try {
            return URI.create(text);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
