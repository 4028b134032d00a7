package planner.adapter.facebook;

import java.net.URI;
import planner.adapter.kit.Apis;
import planner.adapter.meta.GraphLogin;
import planner.network.Api;
import planner.network.Environment;

/** The app registered with Facebook, and where its API lives. */
record FacebookApp(URI dialog, Api api, URI upload, String clientId, String clientSecret, String verifyToken) {

    static FacebookApp from(Environment settings) {
        return new FacebookApp(
                settings.url("dialog-url", "https://www.facebook.com", "where people consent"),
                // v25.0 is guaranteed at least to 2027; v26.0 is served as well
                Apis.versioned(
                        settings,
                        "",
                        "Graph API",
                        settings.url("graph-url", "https://graph.facebook.com", "the API"),
                        "v25.0"),
                settings.url("upload-url", "https://rupload.facebook.com", "where reels and video stories are sent"),
                settings.text("client-id", "", "Facebook app id"),
                settings.secret("client-secret", "Facebook app secret"),
                settings.secret("verify-token", "what is typed into Meta's dashboard beside the webhook's address"));
    }

    GraphLogin.App login() {
        return new GraphLogin.App(dialog, api.host(), api.version(), clientId, clientSecret);
    }

    @Override
    public String toString() {
        return "FacebookApp[" + api.version() + "]";
    }
}
