package planner.adapter.googlebusiness;

import java.net.URI;
import planner.adapter.google.GoogleApp;
import planner.network.Environment;

/** The project registered with Google, and the hosts that a Business Profile is spread over. */
record GoogleBusinessApp(GoogleApp google, URI accounts, URI information, URI posts, URI performance) {
    static GoogleBusinessApp from(Environment settings) {
        return new GoogleBusinessApp(
                GoogleApp.from(settings),
                settings.url(
                        "accounts-url",
                        "https://mybusinessaccountmanagement.googleapis.com",
                        "the Account Management API"),
                settings.url(
                        "information-url",
                        "https://mybusinessbusinessinformation.googleapis.com",
                        "the Business Information API"),
                settings.url("posts-url", "https://mybusiness.googleapis.com", "posts and photos (API v4)"),
                settings.url(
                        "performance-url", "https://businessprofileperformance.googleapis.com", "the Performance API"));
    }
}
