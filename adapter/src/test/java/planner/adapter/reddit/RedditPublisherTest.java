package planner.adapter.reddit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import planner.adapter.contract.Cut;
import planner.adapter.contract.MiniWalk;
import planner.adapter.kit.Call;
import planner.adapter.kit.Reply;
import planner.adapter.kit.Transport;
import planner.adapter.reddit.At.File;
import planner.adapter.reddit.At.Work;
import planner.adapter.reddit.RedditOptions.Also;
import planner.adapter.reddit.RedditSamples.Choice;
import planner.network.Fault;
import planner.network.Finding;
import planner.network.Media;
import planner.network.OptionLimits;
import planner.network.Outcome;

/** What the tables of the contract do not ask: several subreddits, filters, and what comes late or not at all. */
class RedditPublisherTest extends RedditStand {
    private Media picture() {
        return files.jpeg(400, 300, 0);
    }

    private Media film() {
        return files.video(360, 640, Duration.ofSeconds(5));
    }

    private static Reply reply(int status, String body) {
        return new Reply(status, Map.of(), body.getBytes(StandardCharsets.UTF_8));
    }

    /** Reddit where calls of this path are answered by the test. */
    private Transport answering(String path, Reply reply) {
        return call ->
                call.uri().getPath().endsWith(path) ? reply : stage.transport().send(call);
    }

    /** When each submit left. */
    private Transport noting(List<Instant> times) {
        return call -> {
            if (call.uri().getPath().endsWith("/api/submit")) {
                times.add(stage.now());
            }
            return stage.transport().send(call);
        };
    }

    @Test
    void severalSubredditsAreServedOneByOneWithAPause() {
        var times = new ArrayList<Instant>();
        var choice =
                Choice.of(OPEN).also(new Also("gardening", "Flowers", null), new Also("u/mossy_corner", null, null));

        var walked = walked(noting(times), text("Seeds to give away", choice), Map.of());

        var post = walked.post();
        assertThat(times).hasSize(3);
        assertThat(Duration.between(times.get(0), times.get(1))).isGreaterThanOrEqualTo(Duration.ofSeconds(60));
        assertThat(Duration.between(times.get(1), times.get(2))).isGreaterThanOrEqualTo(Duration.ofSeconds(60));
        assertThat(post.permalink()).asString().contains("/r/plantcare/comments/");
        assertThat(post.more()).hasSize(2).doesNotContain(post.id());
        assertThat(post.note()).contains("/r/gardening/comments/", "/r/u_mossy_corner/comments/");
        assertThat(stage.visible()).hasSize(3);
        assertThat(stage.violations()).isEmpty();
    }

    /** How many is ours: who posts the same more often is taken for a spammer. */
    @Test
    void aPostGoesToNineMoreSubreddits() {
        var names = IntStream.rangeClosed(1, 10).mapToObj(i -> "garden_" + i).toList();
        names.forEach(stage.site()::open);
        var nine = text("Seeds to give away", toAlso(names.subList(0, 9)));
        var ten = toAlso(names);
        assertThat(OptionLimits.check(nine.options())).isEmpty();

        var post = walked(nine).post();

        assertThat(post.more()).hasSize(9);
        assertThat(post.note()).doesNotContain("not posted");
        assertThat(stage.visible()).hasSize(10);
        assertThat(OptionLimits.check(ten.options()))
                .containsExactly(Finding.error("option.range", "options.also", "0-9", "10"));
    }

    /** The calls that a post may take are set aside for each of its subreddits, with those of its rules. */
    @Test
    void callsAreSetAsideForEachSubreddit() {
        var choice = Choice.of(OPEN).flair("Progress").also(new Also("u_mossy_corner", null, null));
        var several = delivery("image", "My fern", "", List.of(picture()), choice);
        var reading = network.demands().orElseThrow().places(several).size() * 3;

        int sent = walked(several).wire().sent().size();

        var budget = network.budgets(session().account()).getFirst();
        assertThat(network.takes(budget, several)).isBetween(sent + reading - 2, sent + reading + 4);
    }

    private static Choice toAlso(List<String> names) {
        return Choice.of(OPEN)
                .also(names.stream().map(name -> new Also(name, null, null)).toArray(Also[]::new));
    }

    @Test
    void whatOneSubredditRefusesDoesNotKeepTheOthersFromIt() {
        var choice = Choice.of("bonsaimasters").also(new Also(OPEN, null, null), new Also("nosuchplace", null, null));

        var post = walked(text("Seeds to give away", choice)).post();

        assertThat(post.permalink()).asString().contains("/r/plantcare/comments/");
        assertThat(post.more()).isEmpty();
        assertThat(post.note()).contains("not posted in: r/bonsaimasters", "not posted in: r/nosuchplace");
        assertThat(stage.visible()).hasSize(1);
    }

    @Test
    void whereEverySubredditRefusesThePostFailsWithTheFirstReason() {
        var choice = Choice.of("bonsaimasters").also(new Also("closedbeds", null, null));

        var end = walked(text("Seeds to give away", choice)).end();

        assertThat(end)
                .isInstanceOfSatisfying(
                        MiniWalk.End.Failed.class,
                        failed -> assertThat(failed.fault()).isInstanceOfSatisfying(Fault.Rejected.class, it -> {
                            assertThat(it.code()).isEqualTo("BANNED_FROM_SUBREDDIT");
                            assertThat(it.message()).contains("r/bonsaimasters", "r/closedbeds");
                        }));
        assertThat(stage.visible()).isEmpty();
    }

    @Test
    void aSubredditThatDoesNotTakeItIsToldBeforeAnythingIsUploaded() {
        var walked = refused(delivery("image", "My fern", "", List.of(picture()), Choice.of("wordsonly")), "NO_IMAGES");

        assertThat(walked.paths()).containsExactly("/r/wordsonly/about");
        refused(text("May I ask", Choice.of("plantphotos")), "NO_SELFS");
        refused(text("May I ask", Choice.of("secretgreens")), "private");
        refused(text("May I ask", Choice.of("weeds")), "not-found");
        refused(text("May I ask", Choice.of("nosuchplace")), "not-found");
        refused(text("May I ask", Choice.of("closedbeds")), "SUBREDDIT_NOTALLOWED");
    }

    @Test
    void aFlairIsFoundByItsNameAndMustBeThere() {
        var walked = taken(
                text("Week one of a fern", Choice.of(OPEN).flair("help WANTED").flairText("me")));
        assertThat(walked.post().note()).contains("takes no text of one's own");
        assertThat(sentTo("/api/submit", walked))
                .contains("flair_id=5f2a8c10-0001")
                .doesNotContain("flair_text");
        refused(text("Week one of a fern", Choice.of(OPEN).flair("Announcement")), "BAD_FLAIR_TEMPLATE_ID");
        refused(text("Week one of a fern", Choice.of(RedditSamples.STRICT)), "validation-flair");
    }

    private static String sentTo(String path, Walked walked) {
        return walked.wire().sent().stream()
                .filter(sent -> sent.call().uri().getPath().endsWith(path))
                .map(sent -> sent.text())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void whatTheFiltersTakeAwayIsToldAtOnce() {
        var before = stage.now();

        var post = walked(text("Is it the robot", Choice.of("quietcorner"))).post();

        assertThat(post.note()).contains("r/quietcorner", "waits for the approval of the moderators");
        assertThat(Duration.between(before, stage.now())).isLessThan(Duration.ofMinutes(5));
        assertThat(stage.visible()).isEmpty();
    }

    @Test
    void whatAModeratorTakesAwayBeforeTheLookIsRemarked() {
        Transport removing = call -> {
            if (call.uri().getPath().endsWith("/api/info")) {
                stage.site().remove(OPEN, "moderator");
            }
            return stage.transport().send(call);
        };

        var removed = walked(removing, text("Hello", Choice.of(OPEN)), Map.of());

        assertThat(removed.post().note()).isEqualTo("removed by a moderator: r/plantcare (moderator)");
        assertThat(stage.visible()).isEmpty();
        stage.passes(Duration.ofMinutes(1));
        assertThat(walked(text("A third time", Choice.of(OPEN))).post().note()).isEmpty();
    }

    @Test
    void oneOfSeveralThatIsRemovedIsSpokenOf() {
        var choice = Choice.of("quietcorner").also(new Also(OPEN, null, null));

        var walked = walked(text("Is it the robot", choice));

        assertThat(walked.post().note()).contains("waits for the approval of the moderators: r/quietcorner");
        assertThat(walked.paths()).filteredOn("/api/info"::equals).hasSize(1);
    }

    @Test
    void whatRedditDoesNotTellOfAPostThatIsOutIsRemarked() {
        var silent = answering("/api/info", reply(403, "{\"message\":\"Forbidden\",\"error\":403}"));

        assertThat(walked(silent, text("The second", Choice.of(OPEN)), Map.of())
                        .post()
                        .note())
                .isEqualTo("Reddit does not tell whether the post is still there");
    }

    @Test
    void aFilmThatTakesItsTimeIsWaitedFor() {
        stage.site().pace(Duration.ofMinutes(3), Duration.ofMinutes(40));

        var film = delivery("video", "Slow rain", "", List.of(film()), Choice.of(OPEN));
        assertThat(walked(film).post().permalink()).asString().contains("/r/plantcare/comments/");
        var image = delivery("image", "My fern", "", List.of(picture()), Choice.of(OPEN));
        assertThat(walked(image).post().id()).startsWith("t3_");
        assertThat(stage.visible()).hasSize(2);
    }

    @Test
    void filesThatNeverAppearAreForAPersonToLookAt() {
        stage.site().loseFiles(true);

        var walked = walked(delivery("image", "My fern", "", List.of(picture()), Choice.of(OPEN)));

        assertThat(walked.end()).isInstanceOf(MiniWalk.End.Unconfirmed.class);
        assertThat(walked.paths()).filteredOn("/api/submit"::equals).hasSize(1);
        var several = Choice.of(OPEN).also(new Also("u_mossy_corner", null, null));
        assertThat(walked(delivery("image", "My fern", "", List.of(picture()), several))
                        .end())
                .isInstanceOfSatisfying(
                        MiniWalk.End.Unconfirmed.class,
                        it -> assertThat(it.why()).contains("r/plantcare", "u/mossy_corner"));
    }

    @Test
    void aCutPostWithFilesIsLookedForForTenMinutesBeforeItIsSentAgain() {
        stage.site().pace(Duration.ofMinutes(9), Duration.ofMinutes(9));
        var image = delivery("image", "My fern", "", List.of(picture()), Choice.of(OPEN));

        var walked = walked(image, Map.of(3, Cut.ANSWER_LOST));

        assertThat(walked.post().id()).startsWith("t3_");
        assertThat(walked.paths()).filteredOn("/api/submit"::equals).hasSize(1);
        assertThat(stage.visible()).hasSize(1);
    }

    @Test
    void anotherPostOfTheSameTitleIsNoProof() {
        var first = delivery("text", "Daily thread", "Monday.", List.of(), Choice.of(OPEN));
        var second = delivery("text", "Daily thread", "Tuesday.", List.of(), Choice.of(OPEN));
        walked(first).post();
        var session = session();

        var outcome =
                publisher(stage.transport()).reconcile(new At.Submit(Work.NOTHING, List.of(), false), second, session);

        assertThat(outcome).isInstanceOf(Outcome.Unknown.class);
        assertThat(publisher(stage.transport())
                        .reconcile(new At.Submit(Work.NOTHING, List.of(), false), first, session))
                .isInstanceOfSatisfying(
                        Outcome.Later.class, it -> assertThat(it.step()).isInstanceOf(At.Visible.class));
    }

    @Test
    void aPictureIsKnownByTheNameOfItsFile() {
        var image = delivery("image", "My fern", "", List.of(picture()), Choice.of(OPEN));
        walked(image).post();
        var session = session();
        var other = new At.Submit(Work.NOTHING, List.of(new File("another0file", "http://x/another0file")), false);

        assertThat(publisher(stage.transport()).reconcile(other, image, session))
                .isInstanceOf(Outcome.Unknown.class);
        assertThat(publisher(stage.transport())
                        .perform(new At.Appearing(Work.NOTHING, other.files(), 0), image, session))
                .as("Reddit took it and only one is alike")
                .isInstanceOfSatisfying(
                        Outcome.Later.class, it -> assertThat(it.step()).isInstanceOf(At.Visible.class));
    }

    @Test
    void aLinkThatStandsThereAlreadyIsRefused() {
        var choice = Choice.of(OPEN).link("https://example.com/soil").onlyOnce();
        taken(delivery("link", "About soil", "Good to read.", List.of(), choice));

        refused(delivery("link", "About soil", "Good to read.", List.of(), choice), "ALREADY_SUB");
        taken(delivery(
                "link", "About soil", "Again.", List.of(), Choice.of(OPEN).link("https://example.com/soil")));
    }

    @Test
    void afterADoubtfulTryAlreadyThereMeansThatItWorked() {
        var choice = Choice.of(OPEN).link("https://example.com/soil").onlyOnce();
        var link = delivery("link", "About soil", "Good to read.", List.of(), choice);
        walked(link).post();
        var doubted = new At.Submit(Work.NOTHING, List.of(), true);

        assertThat(publisher(stage.transport()).perform(doubted, link, session()))
                .isInstanceOfSatisfying(
                        Outcome.Later.class, it -> assertThat(it.step()).isInstanceOf(At.Visible.class));
        var hidden = answering("/submitted", reply(200, "{\"kind\":\"Listing\",\"data\":{\"children\":[]}}"));
        assertThat(publisher(hidden).perform(doubted, link, session())).isInstanceOf(Outcome.Unknown.class);
        assertThat(stage.visible()).hasSize(1);
    }

    @Test
    void aLinkMayStandInTheText() {
        var link = delivery("link", "About soil", "https://example.com/only", List.of(), Choice.of(OPEN));

        var walked = taken(link);

        assertThat(sentTo("/api/submit", walked))
                .contains("url=https%3A%2F%2Fexample.com%2Fonly")
                .doesNotContain("text=");
    }

    @Test
    void aNewAccountWaitsTenMinutesBetweenTwoPosts() {
        stage.who = "9x2new";
        taken(text("Hello everybody", Choice.of(OPEN)));
        var before = stage.now();

        taken(text("Hello again", Choice.of(OPEN)));

        assertThat(Duration.between(before, stage.now())).isGreaterThan(Duration.ofMinutes(8));
        assertThat(stage.visible()).hasSize(2);
    }

    @Test
    void aPermissionThatEndedIsAskedForAnew() {
        var image = delivery("image", "My fern", "", List.of(picture()), Choice.of(OPEN));
        var session = session();
        var publisher = publisher(stage.transport());
        var asked = (Outcome.Next<At>) publisher.perform(new At.Ask(Work.NOTHING, List.of(), 0), image, session);
        stage.passes(Duration.ofMinutes(15));

        assertThat(publisher.perform(asked.step(), image, session))
                .isEqualTo(new Outcome.Next<>(new At.Ask(Work.NOTHING, List.of(), 1)));
        var lease = ((At.Upload) asked.step()).lease();
        var third = new At.Upload(Work.NOTHING, List.of(), lease, 2);
        assertThat(org.assertj.core.api.Assertions.catchThrowableOfType(
                                planner.network.NetworkException.class, () -> publisher.perform(third, image, session))
                        .fault())
                .isInstanceOfSatisfying(
                        Fault.Rejected.class, it -> assertThat(it.code()).isEqualTo("upload"));
    }

    @Test
    void withoutAPosterAPlainOneOfTheFilmsShapeGoesUp() {
        var film = delivery("video", "Slow rain", "", List.of(film()), Choice.of(OPEN));
        assertThat(findings(film)).anyMatch(it -> it.rule().equals("reddit.no-poster"));

        var walked = taken(film);

        assertThat(sentTo("/api/submit", walked)).contains("kind=video", "video_poster_url=");
        var header =
                planner.simulator.media.MediaHeader.read(Poster.plain(360, 640)).orElseThrow();
        assertThat(header.type()).isEqualTo("image/png");
        assertThat(List.of(header.width(), header.height())).containsExactly(360, 640);
        assertThat(Poster.plain(3840, 2160)).isEqualTo(Poster.plain(3840, 2160)).hasSizeLessThan(5_000);
    }

    @Test
    void aCommentThatIsRefusedDoesNotFailThePost() {
        var locked = answering("/api/comment", reply(200, RedditErrors.refusal("THREAD_LOCKED", "it is locked")));

        var post = walked(locked, text("Week one", Choice.of(OPEN).comment("More below.")), Map.of())
                .post();

        assertThat(post.note()).contains("the first comment was refused: r/plantcare: it is locked");
        assertThat(stage.visible()).hasSize(1);
    }

    @Test
    void aCutCommentIsWrittenOnce() {
        for (var cut : Cut.values()) {
            int before = stage.site().comments().size();
            var walked = walked(text("Week of " + cut, Choice.of(OPEN).comment("More below.")), Map.of(2, cut));

            assertThat(walked.post().note()).as("%s", cut).isEmpty();
            assertThat(stage.site().comments()).as("%s", cut).hasSize(before + 1);
            stage.passes(Duration.ofMinutes(5));
        }
    }

    @Test
    void theLastCallsOfTheTenMinutesAreLeftAlone() {
        var session = session();
        stage.site().used(996);
        var before = stage.now();
        var wire = new planner.adapter.contract.Wire(stage.transport());
        var walk = MiniWalk.of(network(wire), stage, wire, session, text("Patience", Choice.of(OPEN)));

        assertThat(walk.run()).isInstanceOf(MiniWalk.End.Published.class);

        assertThat(Duration.between(before, stage.now())).isGreaterThan(Duration.ofMinutes(10));
        assertThat(wire.sent()).noneMatch(sent -> Integer.valueOf(429).equals(sent.status()));
    }

    @Test
    void aTokenThatEndsDuringTheWaitIsRenewed() {
        var session = session();
        stage.passes(Duration.ofHours(24));
        var wire = new planner.adapter.contract.Wire(stage.transport());

        var end = MiniWalk.of(network(wire), stage, wire, session, text("A day later", Choice.of(OPEN)))
                .run();

        assertThat(end).isInstanceOf(MiniWalk.End.Published.class);
    }

    @Test
    void anAgentThatHidesIsToldThatItIsBlocked() {
        Transport anonymous = call -> stage.transport().send(call.header("User-Agent", "Java/25"));

        assertThat(walked(anonymous, text("Hello", Choice.of(OPEN)), Map.of()).end())
                .isInstanceOfSatisfying(
                        MiniWalk.End.Failed.class,
                        it -> assertThat(it.fault())
                                .isInstanceOfSatisfying(
                                        Fault.Rejected.class,
                                        rejected -> assertThat(rejected.code()).isEqualTo("blocked")));
        assertThat(stage.violations()).isNotEmpty();
    }

    @Test
    void everyCallOfTheApiSaysWhoItIs() {
        var walked = taken(delivery("image", "My fern", "", List.of(picture()), Choice.of(OPEN)));

        assertThat(walked.wire().sent())
                .extracting(sent -> sent.call().headers().get("User-Agent"))
                .containsOnly("server:planner.sandboxWebApp0001:1 (by /u/sandbox_operator)");
        assertThat(walked.wire().sent())
                .filteredOn(sent -> sent.call().uri().getPath().contains("/s3/"))
                .extracting(sent -> sent.call())
                .allMatch(Call::guarded);
    }
}
