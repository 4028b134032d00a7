package planner.adapter.googlebusiness;

import planner.adapter.google.GoogleApp;
import planner.adapter.kit.Apis;
import planner.network.Api;
import planner.network.Environment;

/** The project registered with Google, and the hosts that a Business Profile is spread over. */
record GoogleBusinessApp(GoogleApp google, Api accounts, Api information, Api posts, Api performance) {
    static GoogleBusinessApp from(Environment settings) {
        return new GoogleBusinessApp(
                GoogleApp.from(settings),
                api(settings, "accounts", "mybusinessaccountmanagement", "v1", "Account Management API"),
                api(settings, "information", "mybusinessbusinessinformation", "v1", "Business Information API"),
                api(settings, "posts", "mybusiness", "v4", "My Business API"),
                api(settings, "performance", "businessprofileperformance", "v1", "Performance API"));
    }

    private static Api api(Environment settings, String key, String host, String version, String name) {
        var url = settings.url(key + "-url", "https://" + host + ".googleapis.com", "the " + name);
        return Apis.versioned(settings, key + "-", name, url, version);
    }
}
