package planner.adapter.instagram;

import java.net.URI;
import planner.network.Environment;

/** The app registered with Meta (its Instagram half and its Facebook half have different ids), and where the two live. */
record InstagramApp(
        URI authorize,
        URI token,
        URI graph,
        URI facebookDialog,
        URI facebookGraph,
        URI upload,
        String version,
        String clientId,
        String clientSecret,
        String facebookClientId,
        String facebookClientSecret,
        String verifyToken) {

    static InstagramApp from(Environment settings) {
        return new InstagramApp(
                settings.url("authorize-url", "https://www.instagram.com", "where people consent, Instagram Login"),
                settings.url("token-url", "https://api.instagram.com", "where codes are exchanged, Instagram Login"),
                settings.url("graph-url", "https://graph.instagram.com", "the API, Instagram Login"),
                settings.url("facebook-dialog-url", "https://www.facebook.com", "where people consent, Facebook Login"),
                settings.url("facebook-graph-url", "https://graph.facebook.com", "the API, Facebook Login"),
                settings.url("upload-url", "https://rupload.facebook.com", "where videos are sent, Facebook Login"),
                // v25.0 is guaranteed at least to 2027; v26.0 is served as well
                settings.text("version", "v25.0", "version of the Graph API"),
                settings.text("client-id", "", "Instagram app id, for Instagram Login"),
                settings.secret("client-secret", "Instagram app secret, for Instagram Login"),
                settings.text("facebook-client-id", "", "Facebook app id, for Facebook Login"),
                settings.secret("facebook-client-secret", "Facebook app secret, for Facebook Login"),
                settings.secret("verify-token", "what is typed into Meta's dashboard beside the webhook's address"));
    }

    @Override
    public String toString() {
        return "InstagramApp[" + version + "]";
    }
}
