package planner.adapter.google;

import java.net.URI;
import planner.network.Environment;

/** The client registered in a Google Cloud project, and where Google signs people in. */
public record GoogleApp(URI authorize, URI token, String clientId, String clientSecret) {
    public static GoogleApp from(Environment settings) {
        return new GoogleApp(
                settings.url("authorize-url", "https://accounts.google.com", "where people consent"),
                settings.url("token-url", "https://oauth2.googleapis.com", "where tokens are bought"),
                settings.text("client-id", "", "OAuth client id of your Google Cloud project"),
                settings.secret("client-secret", "OAuth client secret of your Google Cloud project"));
    }

    @Override
    public String toString() {
        return "GoogleApp[" + token + "]";
    }
}
