package planner.adapter.threads;

import java.net.URI;
import planner.adapter.kit.Apis;
import planner.adapter.meta.CodeLogin;
import planner.network.Api;
import planner.network.Environment;

/** The app registered with Meta (its Threads half has an id and a secret of its own), and where Threads lives. */
record ThreadsApp(
        URI authorize, Api api, String clientId, String clientSecret, String facebookClientSecret, String verifyToken) {

    static ThreadsApp from(Environment settings) {
        return new ThreadsApp(
                settings.url("authorize-url", "https://threads.net", "where people consent"),
                Apis.versioned(
                        settings,
                        "",
                        "Threads API",
                        settings.url("graph-url", "https://graph.threads.net", "the API, and where tokens are bought"),
                        "v1.0"),
                settings.text("client-id", "", "Threads app id"),
                settings.secret("client-secret", "Threads app secret"),
                settings.secret(
                        "facebook-client-secret",
                        "Facebook app secret of the same app: Meta does not say which of the two signs webhooks"),
                settings.secret("verify-token", "what is typed into Meta's dashboard beside the webhook's address"));
    }

    CodeLogin.App login() {
        return new CodeLogin.App(authorize, api.host(), clientId, clientSecret);
    }

    @Override
    public String toString() {
        return "ThreadsApp[" + api.version() + "]";
    }
}
