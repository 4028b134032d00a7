package planner.adapter.youtube;

import java.net.URI;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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

/** One consent opens one channel: the person picks it among their own and their brands' on Google's page. */
final class YouTubeConnector implements Connector.OAuth2 {
    static final String UPLOADS = "uploads";
    static final String ANALYTICS = "https://www.googleapis.com/auth/yt-analytics.readonly";

    private static final String UPLOAD = "https://www.googleapis.com/auth/youtube.upload";
    private static final String EVERYTHING = "https://www.googleapis.com/auth/youtube.force-ssl";
    private static final List<String> NEEDED = List.of(UPLOAD, EVERYTHING);
    private static final List<String> ASKED = List.of(UPLOAD, EVERYTHING, ANALYTICS);

    private final GoogleOAuth google;
    private final YouTubeApi api;

    YouTubeConnector(YouTubeApp app, Http http, Clock clock, YouTubeApi api) {
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
        return google.consentPage(ASKED, consent);
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
        OAuth2Kit.demand(NEEDED, credential.scopes()::contains);
        var channel = api.mine("snippet,contentDetails,status", credential.access())
                .orElseThrow(() -> new NetworkException(
                        new Fault.Rejected(YouTubeFaults.NO_CHANNEL, "this Google account has no channel")));
        return List.of(new Grant(account(channel), credential));
    }

    private static Account account(YouTubeApi.Channel channel) {
        var details = new HashMap<String, String>();
        var content = channel.contentDetails();
        if (content != null && content.relatedPlaylists() != null) {
            details.put(UPLOADS, text(content.relatedPlaylists().uploads()));
        }
        var status = channel.status();
        if (status != null && status.longUploadsStatus() != null) {
            details.put(YouTubeRules.LONG_UPLOADS, status.longUploadsStatus());
        }
        var snippet = channel.snippet();
        var title = snippet == null ? "" : text(snippet.title());
        var handle = snippet == null ? "" : text(snippet.customUrl()).replaceFirst("^@", "");
        return new Account(
                channel.id(),
                title.isEmpty() ? channel.id() : title,
                handle,
                snippet == null ? null : avatar(snippet.thumbnails()),
                details);
    }

    private static @Nullable URI avatar(@Nullable Map<String, YouTubeApi.Picture> pictures) {
        if (pictures == null) {
            return null;
        }
        for (var size : List.of("high", "medium", "default")) {
            var picture = pictures.get(size);
            if (picture != null && picture.url() != null) {
                return URI.create(picture.url());
            }
        }
        return null;
    }

    private static String text(@Nullable String text) {
        return Objects.requireNonNullElse(text, "");
    }
}
