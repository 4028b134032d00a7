package planner.adapter.youtube;

import java.net.URI;
import planner.adapter.google.GoogleApp;
import planner.network.Environment;

/** The project registered with Google, and where YouTube lives. */
record YouTubeApp(GoogleApp google, URI api, URI analytics, URI web, String region) {
    static YouTubeApp from(Environment settings) {
        return new YouTubeApp(
                GoogleApp.from(settings),
                settings.url("api-url", "https://www.googleapis.com", "the Data API and its uploads"),
                settings.url("analytics-url", "https://youtubeanalytics.googleapis.com", "the Analytics API"),
                settings.url("web-url", "https://www.youtube.com", "where videos are seen"),
                settings.text("region", "US", "country whose video categories are offered, for example PL"));
    }
}
