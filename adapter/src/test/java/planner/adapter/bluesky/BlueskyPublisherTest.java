package planner.adapter.bluesky;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import planner.adapter.contract.MapEnvironment;
import planner.adapter.contract.MiniWalk;
import planner.adapter.contract.Sample;
import planner.adapter.contract.TestFiles;
import planner.adapter.contract.Wire;
import planner.adapter.kit.Call;
import planner.adapter.kit.Fields;
import planner.adapter.kit.Http;
import planner.adapter.kit.Json;
import planner.adapter.kit.Reply;
import planner.network.Account;
import planner.network.Budget;
import planner.network.Delivery;
import planner.network.Fault;
import planner.network.Finding;
import planner.network.Media;
import planner.network.Network;
import planner.network.Session;
import tools.jackson.databind.JsonNode;

class BlueskyPublisherTest {
    private static final Media CLIP = TestFiles.FILES.mp4(64, 36, Duration.ofSeconds(1), "");

    private static final UUID ID = UUID.fromString("0199a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b");
    private static final Media IMAGE = TestFiles.FILES.jpeg(30, 20, "");

    private final PaperStage stage = new PaperStage();
    private final Map<String, String> settings = new HashMap<>(((MapEnvironment) stage.settings()).values());
    private final Wire wire = new Wire(stage.pds);

    @Test
    void aRecordOfAnEarlierTryIsAdopted() {
        var delivery = delivery("Hello");
        stage.pds.records.put(Tid.of(delivery, 0), record("Hello", Tid.createdAt(delivery, 0)));

        var end = run(delivery);

        assertThat(end).isInstanceOf(MiniWalk.End.Published.class);
        assertThat(stage.pds.records).hasSize(1);
    }

    @Test
    void aStrangersRecordIsLeftAlone() {
        var delivery = delivery("Hello");
        stage.pds.records.put(Tid.of(delivery, 0), record("Something else", "2026-12-01T09:00:00.000Z"));

        assertThat(run(delivery))
                .isInstanceOfSatisfying(
                        MiniWalk.End.Failed.class,
                        failed -> assertThat(failed.fault())
                                .isInstanceOfSatisfying(
                                        Fault.Rejected.class,
                                        fault -> assertThat(fault.code()).isEqualTo("key-taken")));
    }

    @Test
    void filesThatTheServerLetGoAreUploadedAgain() {
        var wire = new Wire(call -> {
            if (call.uri().getPath().endsWith("putRecord") && stage.pds.blobs.size() == 1) {
                stage.pds.blobs.clear();
                var reply = stage.pds.send(call);
                stage.pds.blobs.put("kept", new byte[0]);
                return reply;
            }
            return stage.pds.send(call);
        });

        assertThat(run(delivery("Look", IMAGE), wire)).isInstanceOf(MiniWalk.End.Published.class);
        assertThat(paths(wire)).containsExactly("uploadBlob", "putRecord", "uploadBlob", "putRecord");
    }

    @Test
    void aVideoOfAHostedAccountGoesThroughTheVideoService() {
        settings.put("video-hosts", "127.0.0.1");

        var end = run(delivery("Moves", TestFiles.FILES.mp4(640, 360, Duration.ofSeconds(3), "A wave")));

        assertThat(end).isInstanceOf(MiniWalk.End.Published.class);
        assertThat(paths(wire))
                .containsExactly(
                        "getServiceAuth",
                        "getUploadLimits",
                        "getServiceAuth",
                        "uploadVideo",
                        "getJobStatus",
                        "getJobStatus",
                        "getJobStatus",
                        "putRecord");
        assertThat(wire.sent().get(2).call().uri().getQuery())
                .contains("aud=did:web:127.0.0.1", "lxm=com.atproto.repo.uploadBlob", "exp=1796117400");
    }

    @Test
    void aLargeVideoGoesInParts() {
        settings.put("video-hosts", "127.0.0.1");
        var large = TestFiles.FILES.mp4(640, 360, Duration.ofSeconds(30), 20_000_000, "");

        assertThat(run(delivery("Moves", large))).isInstanceOf(MiniWalk.End.Published.class);
        assertThat(paths(wire).stream().filter(path -> !path.equals("getServiceAuth")))
                .containsExactly(
                        "getUploadLimits",
                        "startUpload",
                        "uploadPart",
                        "uploadPart",
                        "uploadPart",
                        "finishUpload",
                        "getJobStatus",
                        "getJobStatus",
                        "getJobStatus",
                        "putRecord");
        assertThat(wire.sent().stream()
                        .filter(sent -> sent.call().uri().getPath().endsWith("uploadPart"))
                        .map(sent -> sent.body().length))
                .containsExactly(8_000_000, 8_000_000, 4_000_000);
    }

    @Test
    void aVideoThatCannotBeProcessedIsThePersonsToChange() {
        settings.put("video-hosts", "127.0.0.1");
        var failing = new Wire(call -> call.uri().getPath().endsWith("getJobStatus")
                ? new Reply(
                        200,
                        Map.of(),
                        Json.bytes(Fields.of(
                                "jobStatus",
                                Fields.of(
                                        "jobId", "j", "state", "JOB_STATE_FAILED", "failureCode", "encoding_failure"))))
                : stage.pds.send(call));

        assertThat(run(delivery("Moves", TestFiles.FILES.mp4(64, 36, Duration.ofSeconds(1), "")), failing))
                .isInstanceOfSatisfying(
                        MiniWalk.End.Failed.class,
                        failed -> assertThat(failed.fault())
                                .isInstanceOfSatisfying(
                                        Fault.Rejected.class,
                                        fault -> assertThat(fault.code()).isEqualTo("video-failed")));
    }

    /** The service failed, and not the video: once more, by another name. */
    @ParameterizedTest
    @ValueSource(strings = {"generic_failure", "pds_upload_failure"})
    void aVideoThatTheServiceFailedAtIsSentOnceMore(String code) {
        settings.put("video-hosts", "127.0.0.1");
        var failures = new AtomicInteger(1);
        var flaky = new Wire(call -> failing(code, failures, call));

        assertThat(run(delivery("Moves", CLIP), flaky)).isInstanceOf(MiniWalk.End.Published.class);
        assertThat(flaky.sent().stream()
                        .map(sent -> sent.call().uri())
                        .filter(uri -> uri.getPath().endsWith("uploadVideo"))
                        .map(uri -> uri.getQuery().replaceFirst(".*name=" + ID, "")))
                .containsExactly("-0.mp4", "-0-1.mp4");
    }

    @Test
    void aVideoThatTheServiceFailsAtTwiceIsToldOf() {
        settings.put("video-hosts", "127.0.0.1");
        var failures = new AtomicInteger(2);
        var broken = new Wire(call -> failing("generic_failure", failures, call));

        run(delivery("Moves", CLIP), broken).isRefused("video-trouble");
        assertThat(paths(broken).stream().filter("uploadVideo"::equals)).hasSize(2);
        assertThat(stage.pds.records).isEmpty();
    }

    private Reply failing(String code, AtomicInteger failures, Call call) throws IOException {
        return call.uri().getPath().endsWith("getJobStatus") && failures.getAndDecrement() > 0
                ? new Reply(
                        200,
                        Map.of(),
                        Json.bytes(Fields.of(
                                "jobStatus",
                                Fields.of("jobId", "j", "state", "JOB_STATE_FAILED", "failureCode", code))))
                : stage.pds.send(call);
    }

    @Test
    void aCardCanBeSwitchedOff() {
        var options = BlueskySamples.options("{\"linkCard\":false}");
        var delivery = Sample.of("card", "post", "Read " + PaperPds.BASE + "/page", List.of(), options)
                .delivery(ID, stage.now());

        assertThat(run(delivery)).isInstanceOf(MiniWalk.End.Published.class);
        assertThat(paths(wire)).containsExactly("putRecord");
    }

    @Test
    void aPageThatCannotBeReadGivesNoCard() {
        var broken = new Wire(call -> {
            if (call.uri().getPath().equals("/page")) {
                throw new IOException("no answer");
            }
            return stage.pds.send(call);
        });

        assertThat(run(delivery("Read " + PaperPds.BASE + "/page"), broken)).isInstanceOf(MiniWalk.End.Published.class);
        assertThat(stage.pds.records.values().iterator().next().has("embed")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"https://example.invalid:99999/x", "http://example.invalid:0/", "https://exa_mple.invalid/"})
    void anAddressThatCannotBeCalledGivesNoCard(String address) {
        assertThat(run(delivery("Read " + address))).isInstanceOf(MiniWalk.End.Published.class);
        assertThat(paths(wire)).containsExactly("putRecord");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://127.0.0.1:99999/x", "file:///etc/passwd", "http://", ":", "//[::1"})
    void aPageThatLeadsNowhereGivesNoCard(String to) {
        var leading = new Wire(call -> call.uri().getPath().equals("/page")
                ? new Reply(302, Map.of("location", to), new byte[0])
                : stage.pds.send(call));

        assertThat(run(delivery("Read " + PaperPds.BASE + "/page"), leading))
                .isInstanceOf(MiniWalk.End.Published.class);
        assertThat(stage.pds.records.values().iterator().next().has("embed")).isFalse();
    }

    @Test
    void aPictureThatCannotBeCalledLeavesTheCardWithoutOne() {
        var html = "<title>Bread</title><meta property=og:image content='http://127.0.0.1:99999/x.png'>";
        var page = new Wire(call -> call.uri().getPath().equals("/page")
                ? new Reply(200, Map.of("content-type", "text/html"), html.getBytes(StandardCharsets.UTF_8))
                : stage.pds.send(call));

        assertThat(run(delivery("Read " + PaperPds.BASE + "/page"), page)).isInstanceOf(MiniWalk.End.Published.class);
        var card = stage.pds.records.values().iterator().next().at("/embed/external");
        assertThat(card.path("title").asString("")).isEqualTo("Bread");
        assertThat(card.has("thumb")).isFalse();
    }

    @Test
    void pagesOfStrangersAreFetchedThroughTheGuardAndWithoutACredential() {
        run(delivery("Read " + PaperPds.BASE + "/page"));

        var page = wire.sent().getFirst().call();
        assertThat(page.guarded()).isTrue();
        assertThat(page.headers()).doesNotContainKey("Authorization");
    }

    /** The tightest limit may be that of the address: it is nobody's budget. */
    @ParameterizedTest
    @CsvSource({"5000;w=3600, hour", "35000;w=86400, day", "3000;w=300,", "5000;w=300,", ","})
    void whatIsLeftOfABudgetIsReadWhereTheAnswerNamesIt(@Nullable String policy, @Nullable String budget) {
        var headers = new HashMap<>(Map.of("ratelimit-remaining", "41", "ratelimit-reset", "1796119200"));
        if (policy != null) {
            headers.put("ratelimit-policy", policy);
        }
        var counting = new Wire(call -> {
            var reply = stage.pds.send(call);
            return new Reply(reply.status(), headers, reply.body());
        });
        var readings = new ArrayList<Budget.Reading>();

        ScopedValue.where(Budget.LISTENER, readings::add).run(() -> run(delivery("Hello"), counting));

        assertThat(readings)
                .isEqualTo(
                        budget == null
                                ? List.of()
                                : List.of(new Budget.Reading(budget, 41, Instant.ofEpochSecond(1_796_119_200))));
    }

    @Test
    void thePermalinkIsWherePeopleRead() {
        var end = (MiniWalk.End.Published) run(delivery("Hello"));

        assertThat(end.post().permalink()).hasToString(PaperPds.BASE + "/profile/alice.test/post/3n3lv27qhbxzb");
        assertThat(end.post().id()).isEqualTo("at://" + PaperPds.DID + "/app.bsky.feed.post/3n3lv27qhbxzb");
    }

    @Test
    void aLanguageOfAnyLengthIsReadAtOnce() {
        for (var lang : List.of("en", "zh-Hant-TW", "sl-rozaj-biske")) {
            assertThat(languageFindings(lang)).as(lang).isEmpty();
        }
        assertThat(languageFindings("en" + "-abcde".repeat(20_000) + "!")).hasSize(1);
    }

    private List<Finding> languageFindings(String lang) {
        var options = BlueskySamples.options(Json.text(Fields.of("langs", List.of(lang))));
        var delivery = Sample.of("card", "post", "Hello", List.of(), options).delivery(ID, stage.now());
        var account = new Account("did:plc:a", "Alice", "alice.test", null, Map.of());
        return network(wire).preflight(delivery, account);
    }

    private MiniWalk.End run(Delivery delivery) {
        return run(delivery, wire);
    }

    private MiniWalk.End run(Delivery delivery, Wire over) {
        var grant = stage.connect(network(new Wire(stage.pds)));
        var session = new Session(grant.account(), grant.credential(), TestFiles.FILES);
        return MiniWalk.of(network(over), stage, over, session, delivery).run();
    }

    private Network network(Wire over) {
        return new Bluesky(new MapEnvironment(settings), new Http(over), stage.clock());
    }

    private Delivery delivery(String text, Media... media) {
        var plain = new Delivery.Part(text, List.of(media));
        return new Delivery(ID, stage.now(), "post", "", List.of(plain), BlueskyOptions.plain());
    }

    private static JsonNode record(String text, String createdAt) {
        return Json.tree(
                Json.text(Fields.of("$type", "app.bsky.feed.post", "text", text, "createdAt", createdAt, "via", "x")));
    }

    private static List<String> paths(Wire wire) {
        return wire.sent().stream()
                .map(Wire.Sent::call)
                .map(Call::uri)
                .map(uri -> uri.getPath().replaceAll(".*\\.", ""))
                .toList();
    }
}
