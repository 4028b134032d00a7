package planner.simulator.youtube;

import java.util.Set;

/** What a person can allow. */
final class Scopes {
    static final String UPLOAD = "https://www.googleapis.com/auth/youtube.upload";
    static final String EVERYTHING = "https://www.googleapis.com/auth/youtube.force-ssl";
    static final String READ = "https://www.googleapis.com/auth/youtube.readonly";
    static final String ANALYTICS = "https://www.googleapis.com/auth/yt-analytics.readonly";
    static final Set<String> ALL = Set.of(UPLOAD, EVERYTHING, READ, ANALYTICS, "openid", "email", "profile");

    private Scopes() {}
}
