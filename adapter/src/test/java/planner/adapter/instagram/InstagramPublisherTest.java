package planner.adapter.instagram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import planner.adapter.contract.MiniWalk;
import planner.adapter.contract.MiniWalk.End;
import planner.adapter.contract.Sample;
import planner.adapter.contract.Stage;
import planner.adapter.contract.TestFiles;
import planner.adapter.contract.Wire;
import planner.adapter.instagram.InstagramPublisher.At;
import planner.adapter.kit.Call;
import planner.adapter.kit.Http;
import planner.adapter.kit.Reply;
import planner.adapter.kit.Transport;
import planner.network.Delivery;
import planner.network.Fault;
import planner.network.InsightReader.Metric;
import planner.network.NetworkException;
import planner.network.Outcome;
import planner.network.Session;

/** What Instagram does seldom: lies, forgets, fails for a while. */
class InstagramPublisherTest {
    private static final String STATE = "fields=status_code";

    private final InstagramSamples samples = new InstagramSamples();
    private final Stage stage = samples.open();

    @AfterEach
    void close() {
        stage.close();
    }

    /** The network where calls of this method whose address holds this piece are answered by the test. */
    private Transport answering(String method, String piece, Reply reply) {
        return call -> call.method().equals(method) && call.uri().toString().contains(piece)
                ? reply
                : stage.transport().send(call);
    }

    private static Reply error(int code, int subcode, boolean isTransient) {
        return reply(400, GraphErrors.error(code, subcode, isTransient));
    }

    private static Reply reply(int status, String body) {
        return new Reply(status, Map.of(), body.getBytes(StandardCharsets.UTF_8));
    }

    private Session session() {
        var grant = stage.connect(network(stage.transport()));
        return new Session(grant.account(), grant.credential(), TestFiles.FILES);
    }

    private Instagram network(Transport transport) {
        return new Instagram(stage.settings(), new Http(transport), stage.clock());
    }

    private InstagramPublisher publisher(Transport transport) {
        return new InstagramPublisher(new InstagramApi(InstagramApp.from(stage.settings()), new Http(transport)));
    }

    private Delivery delivery(String name) {
        return samples.all().stream()
                .filter(it -> it.name().equals(name))
                .findFirst()
                .map(it -> it.delivery(UUID.randomUUID(), stage.now().truncatedTo(ChronoUnit.SECONDS)))
                .orElseThrow();
    }

    private static String fields(Call call) {
        return call.body() instanceof Call.Body.Bytes(var type, var bytes, var summary)
                ? new String(bytes, StandardCharsets.UTF_8)
                : "";
    }

    private End walked(Transport transport, Delivery delivery) {
        var wire = new Wire(transport);
        return MiniWalk.of(network(wire), stage, wire, session(), delivery).run();
    }

    private long visible(Delivery delivery) {
        return stage.visible().stream()
                .filter(text -> text.contains(Sample.mark(delivery.id())))
                .count();
    }

    @Test
    void blockedButOutIsPublished() {
        var delivery = delivery("image");
        Transport liar = call -> {
            var truth = stage.transport().send(call);
            return call.uri().getPath().endsWith("/media_publish") ? error(4, 2207051, true) : truth;
        };

        assertThat(walked(liar, delivery)).isInstanceOf(End.Published.class);
        assertThat(visible(delivery)).isOne();
    }

    @Test
    void blockedAndNotOutRestsTheChannelForADay() {
        var delivery = delivery("image");
        var session = session();
        var made = made(delivery, session);
        var blocked = publisher(answering("POST", "/media_publish", error(4, 2207051, true)));

        assertThatThrownBy(() -> blocked.perform(new At.Publish(List.of(), made), delivery, session))
                .isInstanceOfSatisfying(
                        NetworkException.class,
                        e -> assertThat(e.fault()).isInstanceOfSatisfying(Fault.Busy.class, busy -> {
                            assertThat(busy.retryAfter()).isEqualTo(Duration.ofHours(24));
                            assertThat(busy.scope()).isEqualTo(Fault.Scope.CHANNEL);
                        }));
    }

    /** A container of this delivery that is ready. */
    private String made(Delivery delivery, Session session) {
        var step = publisher(stage.transport()).perform(new At.Make(List.of(), List.of(), 0), delivery, session);
        stage.passes(Duration.ofSeconds(10));
        return ((At.Processing) ((Outcome.Next<At>) step).step()).container();
    }

    @Test
    void aContainerThatInstagramForgotIsNoPromise() {
        var delivery = delivery("image");
        var session = session();
        var forgetful = publisher(answering("GET", STATE, error(100, 33, false)));

        assertThat(forgetful.reconcile(new At.Publish(List.of(), "17889000000000001"), delivery, session))
                .isInstanceOf(Outcome.Unknown.class);
    }

    @Test
    void aPostWhoseContainerWasForgottenIsStillFound() {
        var delivery = delivery("image");
        assertThat(walked(stage.transport(), delivery)).isInstanceOf(End.Published.class);
        var forgetful = publisher(answering("GET", STATE, error(100, 33, false)));

        assertThat(forgetful.reconcile(new At.Publish(List.of(), "17889000000000001"), delivery, session()))
                .isInstanceOfSatisfying(
                        Outcome.Next.class, next -> assertThat(next.step()).isInstanceOf(At.Link.class));
    }

    /** It may be anybody's: a person with the account at hand posts stories, too. */
    @Test
    void aStoryWhoseContainerWasForgottenIsNotLookedForAmongOthers() {
        var delivery = delivery("story-image");
        assertThat(walked(stage.transport(), delivery)).isInstanceOf(End.Published.class);
        var forgetful = publisher(answering("GET", STATE, error(100, 33, false)));

        assertThat(forgetful.reconcile(new At.Publish(List.of(), "17889000000000001"), delivery, session()))
                .isInstanceOf(Outcome.Unknown.class);
    }

    @Test
    void whatIsOutStaysOutWhenTheLookForItsAddressIsRefused() {
        var refused = publisher(answering("GET", "/media?", reply(403, "<html>proxy</html>")));
        var out = new At.Find(List.of(), "17889000000000001", 2);
        var delivery = delivery("image");
        var session = session();

        assertThatThrownBy(() -> refused.perform(out, delivery, session))
                .isInstanceOfSatisfying(
                        NetworkException.class,
                        e -> assertThat(e.fault())
                                .isInstanceOfSatisfying(
                                        Fault.Unavailable.class,
                                        away -> assertThat(away.maybeDone()).isFalse()));
        assertThat(out.out()).containsExactly("17889000000000001");
        assertThat(refused.again(out, delivery)).isEqualTo(new At.Find(List.of(), "17889000000000001", 0));
    }

    @Test
    void aContainerOlderThanADayIsMadeAnew() {
        var delivery = delivery("image");
        var session = session();
        var made = made(delivery, session);
        stage.passes(Duration.ofHours(24));

        assertThat(publisher(stage.transport()).reconcile(new At.Publish(List.of(), made), delivery, session))
                .isEqualTo(new Outcome.Next<>(new At.Make(List.of(), List.of(), 0)));
    }

    /** A channel that rested for a day in between finds no item any more. */
    @Test
    void aCarouselWhoseItemsHaveExpiredBeginsAnew() {
        var delivery = delivery("carousel");
        var session = session();
        var publisher = publisher(stage.transport());
        var items = List.of(made(delivery, session), made(delivery, session));
        stage.passes(Duration.ofHours(25));

        assertThat(publisher.perform(new At.Make(List.of(), items, 0), delivery, session))
                .isInstanceOfSatisfying(
                        Outcome.Later.class,
                        later -> assertThat(later.step()).isEqualTo(new At.Make(List.of(), List.of(), 1)));
        assertThatThrownBy(() -> publisher.perform(new At.Make(List.of(), items, 2), delivery, session))
                .isInstanceOfSatisfying(
                        NetworkException.class, e -> assertThat(e.fault()).isInstanceOf(Fault.Rejected.class));
    }

    /** The parent that never finds its items: three rounds of them, then a person decides. */
    @Test
    void aCarouselWhoseItemsAlwaysExpireIsGivenUp() {
        var items = new AtomicInteger();
        Transport forgetful = call -> {
            var made = call.method().equals("POST") && call.uri().getPath().endsWith("/media");
            if (made && fields(call).contains("media_type=CAROUSEL")) {
                return error(24, 2207008, true);
            }
            items.addAndGet(made ? 1 : 0);
            return stage.transport().send(call);
        };

        assertThat(walked(forgetful, delivery("carousel"))).isInstanceOf(End.Failed.class);
        assertThat(items).hasValue(6);
    }

    /** Each time a minute later, and not for ever. */
    @ParameterizedTest
    @ValueSource(strings = {"EXPIRED", "GONE"})
    void aContainerThatIsAlwaysLostIsGivenUp(String state) {
        var lost =
                state.equals("GONE") ? error(100, 33, false) : reply(200, "{\"status_code\":\"EXPIRED\",\"id\":\"1\"}");
        var before = stage.now();

        assertThat(walked(answering("GET", STATE, lost), delivery("image")))
                .isEqualTo(new End.Failed(new Fault.Rejected("container", "what was prepared has expired")));
        assertThat(Duration.between(before, stage.now())).isEqualTo(Duration.ofMinutes(2));
    }

    @Test
    void anUploadThatIsAlwaysLostIsGivenUp() {
        var publisher = publisher(answering("GET", "video_status", error(100, 33, false)));
        var delivery = delivery("reel");
        var session = session();

        assertThat(publisher.perform(new At.Upload(List.of(), List.of(), "1", 1), delivery, session))
                .isEqualTo(new Outcome.Later<>(
                        new At.Make(List.of(), List.of(), 2), Duration.ofMinutes(1), "what was prepared has expired"));
        assertThatThrownBy(() -> publisher.perform(new At.Upload(List.of(), List.of(), "1", 2), delivery, session))
                .isInstanceOfSatisfying(
                        NetworkException.class, e -> assertThat(e.fault()).isInstanceOf(Fault.Rejected.class));
    }

    @Test
    void aDownloadThatFailedOnceIsTriedAgain() {
        var delivery = delivery("reel");
        var failures = new AtomicInteger(1);
        Transport flaky = call -> call.uri().toString().contains(STATE) && failures.getAndDecrement() > 0
                ? reply(200, "{\"status_code\":\"ERROR\",\"status\":\"Error: 2207077\",\"id\":\"1\"}")
                : stage.transport().send(call);

        assertThat(walked(flaky, delivery)).isInstanceOf(End.Published.class);
        assertThat(visible(delivery)).isOne();
    }

    @Test
    void aDownloadThatAlwaysFailsIsAPersonsAffair() {
        var failing = reply(200, "{\"status_code\":\"ERROR\",\"status\":\"Error: 2207077\",\"id\":\"1\"}");

        assertThat(walked(answering("GET", STATE, failing), delivery("reel")))
                .isEqualTo(new End.Failed(new Fault.Rejected("2207077", "Error: 2207077")));
    }

    @Test
    void aPermissionThatExtrasLackDoesNotFailThePost() {
        var delivery = delivery("image-extras");

        assertThat(walked(answering("POST", "/comments", error(10, 0, false)), delivery))
                .isInstanceOfSatisfying(
                        End.Published.class,
                        end -> assertThat(end.post().note()).startsWith("the first comment was refused: A permission"));
        assertThat(visible(delivery)).isOne();
    }

    @Test
    void aFullDayRestsTheChannelBeforeAnythingIsMade() {
        var full = reply(200, "{\"data\":[{\"quota_usage\":50,\"config\":{\"quota_total\":50}}]}");
        var publisher = publisher(answering("GET", "content_publishing_limit", full));
        var session = session();

        assertThatThrownBy(() -> publisher.perform(new At.Quota(List.of()), delivery("image"), session))
                .isInstanceOfSatisfying(
                        NetworkException.class, e -> assertThat(e.fault()).isInstanceOf(Fault.Busy.class));
    }

    /** Two stories are two posts of the quota, but a channel with room for one rests for nobody. */
    @Test
    void aDayWithRoomForOneIsNotFull() {
        var almost = reply(200, "{\"data\":[{\"quota_usage\":49,\"config\":{\"quota_total\":50}}]}");
        var publisher = publisher(answering("GET", "content_publishing_limit", almost));
        var session = session();

        assertThat(publisher.perform(new At.Quota(List.of()), delivery("stories"), session))
                .isInstanceOf(Outcome.Next.class);
        assertThat(publisher.perform(new At.Quota(List.of()), delivery("carousel"), session))
                .isInstanceOf(Outcome.Next.class);
    }

    /** The day fills up after the first of two: the second waits an hour with its container and nothing comes twice. */
    @Test
    void aStoryThatFindsNoRoomWaitsForIt() {
        var publishes = new AtomicInteger();
        Transport full = call -> call.uri().getPath().endsWith("/media_publish") && publishes.incrementAndGet() == 2
                ? error(9, 2207042, false)
                : stage.transport().send(call);
        var delivery = delivery("stories");
        var before = stage.now();

        assertThat(walked(full, delivery)).isInstanceOf(End.Published.class);
        assertThat(publishes).hasValue(3);
        assertThat(visible(delivery)).isEqualTo(2);
        assertThat(Duration.between(before, stage.now())).isGreaterThanOrEqualTo(Duration.ofHours(1));
    }

    @Test
    void eachStoryTakesItsShareOfTheDay() {
        var network = network(stage.transport());
        var budgets = network.budgets(session().account());
        var posts = budgets.getFirst();
        var containers = budgets.getLast();

        assertThat(network.takes(posts, delivery("stories"))).isEqualTo(2);
        assertThat(network.takes(containers, delivery("stories"))).isEqualTo(2);
        assertThat(network.takes(posts, delivery("carousel"))).isOne();
        assertThat(network.takes(containers, delivery("carousel"))).isEqualTo(3);
        assertThat(network.takes(containers, delivery("reel"))).isOne();
    }

    @Test
    void storiesGoOutOneAfterTheOther() {
        var delivery = delivery("stories");
        var end = (End.Published) walked(stage.transport(), delivery);

        assertThat(end.post().more()).hasSize(1);
        assertThat(Long.parseLong(end.post().id()))
                .isLessThan(Long.parseLong(end.post().more().getFirst()));
        assertThat(visible(delivery)).isEqualTo(2);
    }

    /** Stories have no words: what is seen is ours only where nothing else can be meant. */
    @Test
    void aSecondStoryIsNotMistakenForTheFirst() {
        var delivery = delivery("stories");
        var session = session();
        var second = new At.Find(List.of("first"), "container", 0);

        assertThat(looking(second, delivery, session, "first", "second"))
                .isEqualTo(new Outcome.Next<>(new At.Link(List.of("first", "second"), "")));
        assertThat(looking(second, delivery, session, "first")).isInstanceOf(Outcome.Later.class);
        assertThat(looking(second, delivery, session, "first", "second", "by hand"))
                .isInstanceOf(Outcome.Later.class);
        // the first is known by its container only: the one that is seen may be that one
        assertThat(looking(new At.Find(List.of("first container"), "container", 0), delivery, session, "first"))
                .isInstanceOf(Outcome.Later.class);
    }

    private Outcome<At> looking(At.Find at, Delivery delivery, Session session, String... seen) {
        var time = stage.now().plusSeconds(5).toString().replaceFirst("(\\.\\d+)?Z$", "+0000");
        var list = Arrays.stream(seen)
                .map(id -> "{\"id\":\"" + id + "\",\"timestamp\":\"" + time + "\"}")
                .collect(Collectors.joining(",", "{\"data\":[", "]}"));
        return publisher(answering("GET", "/stories", reply(200, list))).perform(at, delivery, session);
    }

    /** Behind a full page of others' comments ours may stand: it is not written again. */
    @Test
    void aCommentThatMightHideBehindOthersIsNotRepeated() {
        var others = IntStream.range(0, 25)
                .mapToObj(i -> "{\"id\":\"" + i + "\",\"text\":\"Nice\",\"username\":\"anna\"}")
                .collect(Collectors.joining(",", "{\"data\":[", "]}"));
        var crowded = publisher(answering("GET", "/comments", reply(200, others)));
        var empty = publisher(answering("GET", "/comments", reply(200, "{\"data\":[]}")));
        var session = session();
        var at = new At.Comment(List.of("17920000000000001"));
        var delivery = delivery("image-extras");

        assertThat(crowded.reconcile(at, delivery, session))
                .isEqualTo(
                        new Outcome.Next<>(new At.Link(at.out(), "whether the first comment is there was not told")));
        assertThat(empty.reconcile(at, delivery, session)).isEqualTo(new Outcome.Next<>(at));
    }

    /** Likes are not counted of stories, and asking for them would fail the whole question. */
    @Test
    void aStoryHasFewerNumbers() {
        var end = (End.Published) walked(stage.transport(), delivery("story-image"));
        var counts = network(stage.transport())
                .insights()
                .orElseThrow()
                .ofPost(end.post().id(), session());

        assertThat(counts).containsOnlyKeys(Metric.VIEWS, Metric.REACH, Metric.SHARES);
    }
}
