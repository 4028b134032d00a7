package planner.adapter.instagram;

import java.net.URI;
import planner.adapter.kit.Apis;
import planner.network.Api;
import planner.network.Environment;

/** The app registered with Meta (its Instagram half and its Facebook half have different ids), and where the two live. */
record InstagramApp(
        URI authorize,
        URI token,
        Api graph,
        URI facebookDialog,
        Api facebookGraph,
        URI upload,
        String clientId,
        String clientSecret,
        String facebookClientId,
        String facebookClientSecret,
        String verifyToken) {

    static InstagramApp from(Environment settings) {
        // v25.0 is guaranteed at least to 2027; v26.0 is served as well
        var graph = Apis.versioned(
                settings,
                "",
                "Graph API",
                settings.url("graph-url", "https://graph.instagram.com", "the API, Instagram Login"),
                "v25.0");
        var facebookGraph = settings.url("facebook-graph-url", "https://graph.facebook.com", "the API, Facebook Login");
        return new InstagramApp(
                settings.url("authorize-url", "https://www.instagram.com", "where people consent, Instagram Login"),
                settings.url("token-url", "https://api.instagram.com", "where codes are exchanged, Instagram Login"),
                graph,
                settings.url("facebook-dialog-url", "https://www.facebook.com", "where people consent, Facebook Login"),
                new Api("Graph API, Facebook Login", facebookGraph, graph.version(), graph.sunset()),
                settings.url("upload-url", "https://rupload.facebook.com", "where videos are sent, Facebook Login"),
                settings.text("client-id", "", "Instagram app id, for Instagram Login"),
                settings.secret("client-secret", "Instagram app secret, for Instagram Login"),
                settings.text("facebook-client-id", "", "Facebook app id, for Facebook Login"),
                settings.secret("facebook-client-secret", "Facebook app secret, for Facebook Login"),
                settings.secret("verify-token", "what is typed into Meta's dashboard beside the webhook's address"));
    }

    @Override
    public String toString() {
        return "InstagramApp[" + graph.version() + "]";
    }
}
