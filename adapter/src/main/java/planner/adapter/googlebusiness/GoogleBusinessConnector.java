package planner.adapter.googlebusiness;

import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import planner.adapter.google.GoogleOAuth;
import planner.adapter.kit.Http;
import planner.adapter.kit.OAuth2Kit;
import planner.network.Account;
import planner.network.Connector;
import planner.network.Credential;
import planner.network.Fault;
import planner.network.Grant;
import planner.network.NetworkException;

/** One consent opens every location that the person manages and may speak for; each of them becomes a channel. */
final class GoogleBusinessConnector implements Connector.OAuth2 {
    static final String MAPS = "mapsUri";

    private static final String SCOPE = "https://www.googleapis.com/auth/business.manage";
    private static final Set<String> FACES = Set.of("PROFILE", "LOGO");
    private static final int MOST_PAGES = 50;

    /** A chain has hundreds of locations: the rest goes without a picture. */
    private static final int MOST_PICTURES = 20;

    private final GoogleOAuth google;
    private final GoogleBusinessApi api;

    GoogleBusinessConnector(GoogleBusinessApp app, Http http, Clock clock, GoogleBusinessApi api) {
        this.google = new GoogleOAuth(app.google(), http, clock);
        this.api = api;
    }

    @Override
    public String id() {
        return "oauth2";
    }

    @Override
    public boolean configured() {
        return google.configured();
    }

    @Override
    public URI consentPage(Consent consent) {
        return google.consentPage(List.of(SCOPE), consent);
    }

    @Override
    public Credential exchange(String code, Consent consent) {
        return google.exchange(code, consent);
    }

    @Override
    public Credential refresh(Credential credential) {
        return google.refresh(credential);
    }

    @Override
    public List<Grant> accounts(Credential credential) {
        OAuth2Kit.demand(Set.of(SCOPE), credential.scopes()::contains);
        var token = credential.access();
        var found = new LinkedHashMap<String, Found>();
        for (var account : accounts(token)) {
            for (var location : locations(account, token)) {
                found.putIfAbsent(location.name(), new Found(account, location));
            }
        }
        var voiced = found.values().stream().filter(Found::speaks).toList();
        if (voiced.isEmpty()) {
            throw new NetworkException(new Fault.Rejected(
                    found.isEmpty() ? "no_location" : "unverified",
                    found.size() + " locations, none may be posted to"));
        }
        var grants = new ArrayList<Grant>();
        for (var one : voiced) {
            grants.add(new Grant(account(one, grants.size() < MOST_PICTURES, token), credential));
        }
        return grants;
    }

    /** The same location can stand under several accounts; posts need both names. */
    private record Found(String account, GoogleBusinessApi.Location location) {
        String name() {
            return account + "/" + location.name();
        }

        boolean speaks() {
            return location.metadata() != null
                    && Boolean.TRUE.equals(location.metadata().hasVoiceOfMerchant());
        }
    }

    private List<String> accounts(String token) {
        var names = new ArrayList<String>();
        var page = "";
        for (int i = 0; i < MOST_PAGES; i++) {
            var answer = api.accounts(page, token);
            Objects.requireNonNullElse(answer.accounts(), List.<GoogleBusinessApi.OwnerAccount>of())
                    .forEach(account -> names.add(account.name()));
            page = Objects.requireNonNullElse(answer.nextPageToken(), "");
            if (page.isEmpty()) {
                break;
            }
        }
        return names;
    }

    /** An account that will not show its locations must not hide those of the others. */
    private List<GoogleBusinessApi.Location> locations(String account, String token) {
        var locations = new ArrayList<GoogleBusinessApi.Location>();
        var page = "";
        try {
            for (int i = 0; i < MOST_PAGES; i++) {
                var answer = api.locations(account, page, token);
                locations.addAll(Objects.requireNonNullElse(answer.locations(), List.<GoogleBusinessApi.Location>of()));
                page = Objects.requireNonNullElse(answer.nextPageToken(), "");
                if (page.isEmpty()) {
                    break;
                }
            }
        } catch (NetworkException e) {
            if (!e.fault().equals(new Fault.Revoked(GoogleBusinessFaults.NO_MANAGER))) {
                throw e;
            }
        }
        return locations;
    }

    private Account account(Found found, boolean pictured, String token) {
        var location = found.location();
        var details = new HashMap<String, String>();
        var metadata = location.metadata();
        if (metadata != null && metadata.mapsUri() != null) {
            details.put(MAPS, metadata.mapsUri());
        }
        var title = Objects.requireNonNullElse(location.title(), "");
        return new Account(
                found.name(),
                title.isBlank() ? found.name() : title,
                handle(location),
                pictured ? picture(found.name(), token).orElse(null) : null,
                Map.copyOf(details));
    }

    private static String handle(GoogleBusinessApi.Location location) {
        var address = location.storefrontAddress();
        var city = address == null ? null : address.locality();
        return city == null || city.isBlank() ? text(location.storeCode()) : city;
    }

    private static String text(@Nullable String text) {
        return Objects.requireNonNullElse(text, "");
    }

    /** A location without a picture can be posted to all the same. */
    private Optional<URI> picture(String location, String token) {
        try {
            return api.pictures(location, token).stream()
                    .filter(picture -> picture.locationAssociation() != null
                            && FACES.contains(text(picture.locationAssociation().category())))
                    .flatMap(picture -> Optional.ofNullable(picture.googleUrl()).stream())
                    .map(URI::create)
                    .findFirst();
        } catch (NetworkException e) {
            return Optional.empty();
        }
    }
}
