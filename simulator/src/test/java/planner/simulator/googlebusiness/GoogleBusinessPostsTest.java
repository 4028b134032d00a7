package planner.simulator.googlebusiness;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import planner.simulator.Web.Got;

class GoogleBusinessPostsTest extends Stand {
    private Map<String, Object> media(String address) {
        return post("media", List.of(Map.of("mediaFormat", "PHOTO", "sourceUrl", address)));
    }

    @Test
    void aPostIsReviewedBeforeAnybodySeesIt() {
        String token = access("");
        String address = web.offer("moss.jpg", "image/jpeg", photo(1200, 900, 20_000));

        Got made = create(PLACE, media(address), token);
        assertThat(made.at("/state")).isEqualTo("PROCESSING");
        assertThat(site.visible()).isEmpty();
        clock.passes(Duration.ofMinutes(1));
        Got read = get("posts-url", "/v4/" + made.at("/name"), token);
        assertThat(read.at("/state")).isEqualTo("LIVE");
        assertThat(site.visible()).containsExactly("\nMoss");
        assertThat(web.get(read.at("/media/0/googleUrl")).status()).isEqualTo(200);
        assertThat(web.get(read.at("/searchUrl")).text()).contains("Moss");
        assertThat(web.get(simulator.timeline("google-business").toString()).text())
                .contains("Moss")
                .contains("Zielony Kąt");
        nothingWrongWasSent();
    }

    @Test
    void aPhoneNumberInTheTextIsAgainstThePolicy() {
        String token = access("");
        String name = create(PLACE, post("summary", "Call 600 700 800"), token).at("/name");
        clock.passes(Duration.ofMinutes(1));

        assertThat(get("posts-url", "/v4/" + name, token).at("/state")).isEqualTo("REJECTED");
        assertThat(site.visible()).isEmpty();
    }

    @Test
    void aScheduledPostWaitsAndARepeatingOneIsRecurring() {
        String token = access("");
        String later = create(PLACE, post("scheduledTime", "2026-11-24T10:00:00Z"), token)
                .at("/name");
        Map<String, Object> event = new HashMap<>(event("Moss", 18, 20));
        event.put("recurrenceInfo", Map.of("seriesEndTime", "2027-01-01T00:00:00Z", "dailyPattern", Map.of()));
        String daily =
                create(PLACE, post("topicType", "EVENT", "event", event), token).at("/name");
        clock.passes(Duration.ofMinutes(1));

        assertThat(get("posts-url", "/v4/" + later, token).at("/state")).isEqualTo("SCHEDULED");
        assertThat(get("posts-url", "/v4/" + daily, token).at("/state")).isEqualTo("RECURRING");
        clock.passes(Duration.ofDays(1));
        assertThat(get("posts-url", "/v4/" + later, access("")).at("/state")).isEqualTo("LIVE");
        nothingWrongWasSent();
    }

    @Test
    void everyFieldIsChecked() {
        String token = access("");
        Map<String, Object> call = Map.of("actionType", "CALL", "url", "https://example.com");

        assertThat(field(create(PLACE, Map.of("summary", "Moss"), token))).isEqualTo("topic_type");
        assertThat(field(create(PLACE, post("summary", "a".repeat(1501)), token)))
                .isEqualTo("summary");
        assertThat(field(create(PLACE, post("languageCode", "polish language"), token)))
                .isEqualTo("language_code");
        assertThat(field(create(PLACE, post("callToAction", call), token))).isEqualTo("call_to_action.url");
        assertThat(field(create(PLACE, post("callToAction", Map.of("actionType", "BOOK")), token)))
                .isEqualTo("call_to_action.url");
        assertThat(field(create(PLACE, post("topicType", "EVENT"), token))).isEqualTo("event");
        assertThat(field(create(PLACE, post("topicType", "EVENT", "event", event("a".repeat(59), 18, 20)), token)))
                .isEqualTo("event.title");
        assertThat(field(create(PLACE, post("topicType", "EVENT", "event", event("Moss", 20, 18)), token)))
                .isEqualTo("event.schedule");
        assertThat(field(create(
                        PLACE,
                        post(
                                "topicType",
                                "OFFER",
                                "event",
                                event("Moss", 18, 20),
                                "callToAction",
                                Map.of("actionType", "CALL")),
                        token)))
                .isEqualTo("call_to_action");
        assertThat(field(create(PLACE, post("offer", Map.of("couponCode", "X")), token)))
                .isEqualTo("offer");
        assertThat(field(create(PLACE, post("topicType", "ALERT"), token))).isEqualTo("alert_type");
        nothingWrongWasSent();
        assertThat(create(PLACE, post("colour", "red"), token).status()).isEqualTo(400);
        assertThat(simulator.journal().violations()).hasSize(1);
        assertThat(site.visible()).isEmpty();
    }

    @Test
    void aLinkIsAWebAddress() {
        String token = access("");
        for (String link : List.of("https://example.com/a?b=c", "http://example.com")) {
            assertThat(create(PLACE, booking(link), token).status()).isEqualTo(200);
        }
        for (String link :
                List.of("ftp://example.com", "tel:600700800", "javascript:alert(1)", "//example.com", "a b")) {
            assertThat(field(create(PLACE, booking(link), token))).isEqualTo("call_to_action.url");
        }
        Map<String, Object> offer = post(
                "topicType",
                "OFFER",
                "event",
                event("Moss", 18, 20),
                "offer",
                Map.of("redeemOnlineUrl", "mailto:moss@example.com"));
        assertThat(field(create(PLACE, offer, token))).isEqualTo("offer.redeem_online_url");
        nothingWrongWasSent();
    }

    private Map<String, Object> booking(String link) {
        return post("callToAction", Map.of("actionType", "BOOK", "url", link));
    }

    @Test
    void aTimeToPublishAtLiesInTheFuture() {
        String token = access("");
        String now = clock.instant().toString();

        assertThat(field(create(PLACE, post("scheduledTime", now), token))).isEqualTo("scheduled_time");
        assertThat(field(create(PLACE, post("scheduledTime", "tomorrow"), token)))
                .isEqualTo("scheduled_time");
        assertThat(create(
                                PLACE,
                                post(
                                        "scheduledTime",
                                        clock.instant().plusSeconds(1).toString()),
                                token)
                        .status())
                .isEqualTo(200);
    }

    @Test
    void aMonthlyEventHasADateOrAnOccurrenceOfItsDay() {
        String token = access("");
        for (Map<String, Object> pattern : List.<Map<String, Object>>of(
                Map.of("dayOfMonth", 1),
                Map.of("dayOfMonth", 31),
                Map.of("dayOfWeekOccurrence", "FIRST"),
                Map.of("dayOfWeekOccurrence", "LAST"))) {
            assertThat(create(PLACE, monthly(pattern), token).status()).isEqualTo(200);
        }
        for (Map<String, Object> pattern : List.<Map<String, Object>>of(
                Map.of(),
                Map.of("dayOfMonth", 0),
                Map.of("dayOfMonth", 32),
                Map.of("dayOfWeekOccurrence", "FIFTH"),
                Map.of("dayOfMonth", 0, "dayOfWeekOccurrence", "FIRST"),
                Map.of("dayOfMonth", 1, "dayOfWeekOccurrence", "FIRST"))) {
            assertThat(field(create(PLACE, monthly(pattern), token))).isEqualTo("event.recurrence_info");
        }
        nothingWrongWasSent();
    }

    private Map<String, Object> monthly(Map<String, Object> pattern) {
        Map<String, Object> event = new HashMap<>(event("Moss", 18, 20));
        event.put("recurrenceInfo", Map.of("seriesEndTime", "2027-12-31T00:00:00Z", "monthlyPattern", pattern));
        return post("topicType", "EVENT", "event", event);
    }

    @Test
    void aScheduleHasFourParts() {
        Map<String, Object> halved =
                Map.of("title", "Moss", "schedule", Map.of("startDate", Map.of("year", 2026, "month", 12, "day", 24)));

        assertThat(field(create(PLACE, post("topicType", "EVENT", "event", halved), access(""))))
                .isEqualTo("event.schedule.start");
    }

    @Test
    void aPhotoIsFetchedAndLookedAt() {
        String token = access("");

        for (String nowhere : List.of(
                "http://127.0.0.1:1/none.jpg", "http://example.com/open.jpg", "file:///etc/hostname", "moss.jpg")) {
            assertThat(create(PLACE, media(nowhere), token).text()).contains("Fetching image failed.");
        }
        assertThat(field(create(PLACE, media(offered("small.jpg", photo(400, 300, 0))), token)))
                .isEqualTo("media");
        assertThat(field(create(PLACE, media(offered("narrow.jpg", photo(400, 249, 20_000))), token)))
                .isEqualTo("media");
        assertThat(field(create(PLACE, media(offered("heavy.jpg", photo(400, 300, 5_000_001))), token)))
                .isEqualTo("media");
        assertThat(create(PLACE, media(offered("good.jpg", photo(400, 250, 10_240))), token)
                        .status())
                .isEqualTo(200);
        Map<String, Object> film =
                post("media", List.of(Map.of("mediaFormat", "VIDEO", "sourceUrl", "https://example.com/a.mp4")));
        assertThat(create(PLACE, film, token).at("/error/status")).isEqualTo("INTERNAL");
    }

    private String offered(String name, byte[] content) {
        return web.offer(name, "image/jpeg", content);
    }

    @Test
    void postsAreListedNewestFirstInPages() {
        String token = access("");
        assertThat(get("posts-url", "/v4/" + PLACE + "/localPosts", token).text())
                .isEqualTo("{}");
        for (String text : List.of("one", "two", "three")) {
            create(PLACE, post("summary", text), token);
            clock.passes(Duration.ofMinutes(1));
        }

        Got first = get("posts-url", "/v4/" + PLACE + "/localPosts?pageSize=2", token);
        assertThat(first.at("/localPosts/0/summary")).isEqualTo("three");
        Got second = get(
                "posts-url", "/v4/" + PLACE + "/localPosts?pageSize=2&pageToken=" + first.at("/nextPageToken"), token);
        assertThat(second.at("/localPosts/0/summary")).isEqualTo("one");
        assertThat(second.at("/nextPageToken")).isEmpty();
        nothingWrongWasSent();
    }

    @Test
    void aDeletedPostIsGone() {
        String token = access("");
        String address =
                setting("posts-url") + "/v4/" + create(PLACE, post(), token).at("/name");

        assertThat(web.delete(address, "Authorization", "Bearer " + token).text())
                .isEqualTo("{}");
        assertThat(web.get(address, "Authorization", "Bearer " + token).at("/error/status"))
                .isEqualTo("NOT_FOUND");
    }

    @Test
    void aNameWithoutItsAccountIsAnsweredByAPage() {
        Got got = create("locations/11", post(), access(""));

        assertThat(got.status()).isEqualTo(404);
        assertThat(got.text()).startsWith("<html>");
    }

    @Test
    void aLocationWithoutAVoiceAndAForeignAccountAreRefused() {
        String token = access("");

        assertThat(create("accounts/200/locations/33", post(), token).text())
                .contains("OPERATION_UNSUPPORTED_UNDER_ACCOUNT_CONDITION");
        assertThat(create("accounts/300/locations/11", post(), token).status()).isEqualTo(403);
        assertThat(create("accounts/100/locations/22", post(), token).status()).isEqualTo(404);
    }

    @Test
    void accountsAndLocationsAreListed() {
        String token = access("");

        assertThat(get("accounts-url", "/v1/accounts?pageSize=20", token).at("/accounts/0/type"))
                .isEqualTo("PERSONAL");
        Got locations =
                get("information-url", "/v1/accounts/200/locations?readMask=name,title,metadata&pageSize=2", token);
        assertThat(locations.json().path("locations")).hasSize(2);
        assertThat(locations.json().at("/locations/0").has("storeCode")).isFalse();
        Got rest = get(
                "information-url",
                "/v1/accounts/200/locations?readMask=name,metadata&pageSize=2&pageToken="
                        + locations.at("/nextPageToken"),
                token);
        assertThat(rest.json().at("/locations/0/metadata").has("hasVoiceOfMerchant"))
                .isFalse();
        nothingWrongWasSent();
        assertThat(get("information-url", "/v1/accounts/200/locations", token).status())
                .isEqualTo(400);
        assertThat(get("information-url", "/v1/accounts/200/locations?readMask=colour", token)
                        .status())
                .isEqualTo(400);
        assertThat(get("accounts-url", "/v1/accounts?pageSize=21", token).status())
                .isEqualTo(400);
        assertThat(simulator.journal().violations()).hasSize(3);
    }

    @Test
    void aMinuteHasThreeHundredCallsAndAnUnapprovedProjectNone() {
        String token = access("");
        for (int i = 0; i < 300; i++) {
            assertThat(get("accounts-url", "/v1/accounts", token).status()).isEqualTo(200);
        }
        assertThat(get("accounts-url", "/v1/accounts", token).status()).isEqualTo(429);
        clock.passes(Duration.ofMinutes(1));
        assertThat(get("accounts-url", "/v1/accounts", token).status()).isEqualTo(200);
        site.approved(false);
        assertThat(get("accounts-url", "/v1/accounts", token).at("/error/details/0/metadata/quota_limit_value"))
                .isEqualTo("0");
    }

    @Test
    void aLocationsNumbersAreTold() {
        String range = "&dailyRange.startDate.year=2026&dailyRange.startDate.month=11&dailyRange.startDate.day=21"
                + "&dailyRange.endDate.year=2026&dailyRange.endDate.month=11&dailyRange.endDate.day=22";
        String path = "/v1/locations/11:fetchMultiDailyMetricsTimeSeries?dailyMetrics=CALL_CLICKS";

        Got got = get("performance-url", path + "&dailyMetrics=WEBSITE_CLICKS" + range, access(""));

        assertThat(got.json().at("/multiDailyMetricTimeSeries/0/dailyMetricTimeSeries"))
                .hasSize(2);
        String days = "/multiDailyMetricTimeSeries/0/dailyMetricTimeSeries/0/timeSeries/datedValues/";
        assertThat(got.at(days + "0/value")).isEqualTo("2");
        assertThat(got.json().at(days + "1").has("value")).isFalse();
        nothingWrongWasSent();
        assertThat(get("performance-url", path.replace("CALL_", "COLOUR_") + range, access(""))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void withoutATokenNothingIsTold() {
        assertThat(get("accounts-url", "/v1/accounts", "ya29.none").at("/error/status"))
                .isEqualTo("UNAUTHENTICATED");
    }
}
