package planner.adapter.youtube;

import java.net.URI;
import planner.adapter.google.GoogleApp;
import planner.adapter.kit.Apis;
import planner.network.Api;
import planner.network.Environment;

/** The project registered with Google, and where YouTube lives. */
record YouTubeApp(GoogleApp google, Api data, Api analytics, URI web, String region) {
    static YouTubeApp from(Environment settings) {
        return new YouTubeApp(
                GoogleApp.from(settings),
                Apis.versioned(
                        settings,
                        "",
                        "YouTube Data API",
                        settings.url("api-url", "https://www.googleapis.com", "the Data API and its uploads"),
                        "v3"),
                Apis.versioned(
                        settings,
                        "analytics-",
                        "YouTube Analytics API",
                        settings.url("analytics-url", "https://youtubeanalytics.googleapis.com", "the Analytics API"),
                        "v2"),
                settings.url("web-url", "https://www.youtube.com", "where videos are seen"),
                settings.text("region", "US", "country whose video categories are offered, for example PL"));
    }
}
