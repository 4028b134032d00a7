package planner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationEventPublisher;
import planner.post.PostChanged;
import planner.post.PostId;
import planner.workspace.People;
import planner.workspace.PersonId;
import planner.workspace.WorkspaceId;

class EventsTest extends RoomTest {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private Browser browser;

    @BeforeEach
    void signIn() {
        sql.sql("delete from sign_in_attempt").update();
        browser = signedIn();
    }

    @Test
    void aChangeReachesTheBrowser() throws Exception {
        try (var lines = open(browser).body()) {
            var seen = new CopyOnWriteArrayList<String>();
            var reader = CompletableFuture.runAsync(() -> lines.forEach(seen::add));
            await().until(() -> seen.contains(":here"));
            var post = UUID.randomUUID();
            changes(post);
            await().until(() -> seen.stream().anyMatch(line -> line.contains(post.toString())));
            browser.send("DELETE", "/api/session", null);
            reader.get(10, TimeUnit.SECONDS);
        }
    }

    @Test
    void aStreamEndsWithItsSignIn() throws Exception {
        var other = signedIn();
        try (var mine = open(browser).body();
                var theirs = open(other).body()) {
            var ended = CompletableFuture.supplyAsync(mine::toList);
            var post = UUID.randomUUID();

            assertThat(browser.send("DELETE", "/api/session", null).statusCode())
                    .isEqualTo(204);

            assertThat(ended.get(10, TimeUnit.SECONDS)).contains(":here");
            assertThat(hears(other, theirs, post))
                    .as("another sign-in of the same person goes on")
                    .isTrue();
        }
    }

    @Test
    void anotherWorkspaceHearsNothing() throws Exception {
        var stranger = newOwner();
        try (var lines = open(browser).body()) {
            var seen = new CopyOnWriteArrayList<String>();
            var reader = CompletableFuture.runAsync(() -> lines.forEach(seen::add));
            await().until(() -> seen.contains(":here"));
            var theirs = UUID.randomUUID();
            var mine = UUID.randomUUID();
            house.publishEvent(new PostChanged(stranger.workspace(), new PostId(theirs)));
            changes(mine);
            await().until(() -> seen.stream().anyMatch(line -> line.contains(mine.toString())));
            assertThat(seen).noneMatch(line -> line.contains(theirs.toString()));
            browser.send("DELETE", "/api/session", null);
            reader.get(10, TimeUnit.SECONDS);
        }
    }

    @Test
    void aNewPasswordEndsTheStreamsOfTheOtherSignIns() throws Exception {
        var other = signedIn();
        try (var theirs = open(other).body()) {
            var ended = CompletableFuture.supplyAsync(theirs::toList);
            var answer = browser.send(
                    "PUT",
                    "/api/person/password",
                    "{\"current\":\"correct horse battery\",\"password\":\"another long one\"}");
            assertThat(answer.statusCode()).isEqualTo(204);
            assertThat(ended.get(10, TimeUnit.SECONDS)).contains(":here");
        }
    }

    @Test
    void whoEndsAStreamLeavesTheClosingToTheThreadThatWrites() throws Exception {
        var stream = new EventStream(owner, () -> true, Duration.ofDays(1));

        stream.end();

        assertThatCode(() -> stream.emitter().send("the line that was being written"))
                .doesNotThrowAnyException();
        stream.run();
        assertThatThrownBy(() -> stream.emitter().send("one more")).hasMessageContaining("already completed");
    }

    /** As when the sign-in ends in another process, or by itself. */
    @Test
    void aStreamLooksAtEachBeatWhetherItMayGoOn() throws Exception {
        var asked = new AtomicInteger();
        var stream = new EventStream(owner, () -> asked.incrementAndGet() < 3, Duration.ofMillis(1));

        stream.run();

        assertThat(asked).hasValue(3);
    }

    @Test
    void oneWhoIsAlwaysToldSomethingIsLookedAtToo() throws Exception {
        var stream = new EventStream(owner, () -> false, Duration.ofNanos(1));
        for (int i = 0; i < 100; i++) {
            stream.changed(new LiveUpdates.Change(owner.workspace(), "post", UUID.randomUUID()));
        }

        stream.run();
    }

    @Test
    void onePersonDoesNotTakeThePlacesOfAll() {
        var updates = bean(LiveUpdates.class);
        var many = Stream.generate(() -> new Silent(owner.workspace(), owner.person()))
                .limit(50)
                .toList();
        try {
            assertThat(many).allMatch(updates::join);
            assertThat(updates.join(new Silent(owner.workspace(), owner.person())))
                    .isFalse();
            var somebodyElse = new Silent(owner.workspace(), newOwner().person());
            assertThat(updates.join(somebodyElse)).isTrue();
            updates.leave(somebodyElse);
        } finally {
            many.forEach(updates::leave);
        }
    }

    private Browser signedIn() {
        var made = new Browser(base());
        var email = bean(People.class).find(owner.person()).orElseThrow().email();
        var answer = made.send(
                "POST", "/api/session", "{\"email\":\"%s\",\"password\":\"correct horse battery\"}".formatted(email));
        assertThat(answer.statusCode()).isEqualTo(200);
        return made;
    }

    /** As browsers do, it comes back when the line broke. */
    private boolean hears(Browser who, Stream<String> lines, UUID post) throws Exception {
        changes(post);
        try {
            return lines.anyMatch(line -> line.contains(post.toString()));
        } catch (UncheckedIOException e) {
            try (var again = open(who).body()) {
                changes(post);
                return again.anyMatch(line -> line.contains(post.toString()));
            }
        }
    }

    private void changes(UUID post) {
        ApplicationEventPublisher events = house;
        events.publishEvent(new PostChanged(owner.workspace(), new PostId(post)));
    }

    private HttpResponse<Stream<String>> open(Browser who) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(base() + "/api/events"))
                .header("Cookie", "PLANNER_SESSION=" + who.cookie("PLANNER_SESSION"))
                .build();
        var answer = CLIENT.send(request, BodyHandlers.ofLines());
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer;
    }

    private record Silent(WorkspaceId workspace, PersonId person, UUID id) implements LiveUpdates.Listener {
        Silent(WorkspaceId workspace, PersonId person) {
            this(workspace, person, UUID.randomUUID());
        }

        @Override
        public void changed(LiveUpdates.Change change) {}

        @Override
        public void look() {}

        @Override
        public void end() {}
    }
}
