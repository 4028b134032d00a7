package planner.adapter.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import planner.adapter.contract.Cut;
import planner.adapter.contract.HeavyFiles;
import planner.adapter.contract.MiniWalk;
import planner.adapter.contract.SimulatorStage;
import planner.adapter.contract.Wire;
import planner.adapter.kit.Http;
import planner.adapter.kit.Transport;
import planner.network.Account;
import planner.network.Delivery;
import planner.network.Delivery.Part;
import planner.network.Finding;
import planner.network.Media;
import planner.network.Preflight;
import planner.network.RemotePost;
import planner.network.Session;

/** One Telegram with its chats, files of any kind, and the short ways that the tests share. */
abstract class TelegramStand {
    static final Account CHANNEL = chat(-1001500000001L, "channel", "sandbox_news");
    static final Account GROUP = chat(-1001500000002L, "supergroup", "sandbox_talk");
    static final Account LIBRARY = chat(-1001500000004L, "supergroup", "sandbox_library");
    /** What the group was before it became a supergroup. */
    static final Account BEFORE = chat(-4_000_001L, "group", "");

    final HeavyFiles files = new HeavyFiles();
    final SimulatorStage stage = new SimulatorStage(Telegram.ID.value());
    Account where = CHANNEL;

    private static Account chat(long id, String type, String name) {
        return new Account(Long.toString(id), "Sandbox", name, null, Map.of("type", type, "bot", "7000000001"));
    }

    @AfterEach
    void close() {
        stage.close();
        files.close();
    }

    Telegram network(Transport transport) {
        return new Telegram(stage.settings(), new Http(transport));
    }

    Telegram network() {
        return network(stage.transport());
    }

    Session session() {
        return new Session(where, stage.connected(network()).credential(), files);
    }

    Delivery delivery(String format, String text, List<Media> media, TelegramOptions options) {
        return new Delivery(
                UUID.randomUUID(),
                stage.now().truncatedTo(ChronoUnit.SECONDS),
                format,
                "",
                List.of(new Part(text, media)),
                options);
    }

    Delivery text(String text, String options) {
        return delivery("text", text, List.of(), Choices.of("{" + options + "}"));
    }

    Delivery poll(String poll) {
        return delivery("poll", "Which one?", List.of(), Choices.of("{'poll':{" + poll + "}}"));
    }

    /** How it ended and what was sent. */
    record Walked(MiniWalk.End end, Wire wire) {
        List<String> methods() {
            return wire.sent().stream()
                    .map(sent -> sent.call().uri().getPath().replaceFirst(".*/", ""))
                    .toList();
        }

        /** Of the last call. */
        Form form() {
            return Form.of(wire.sent().getLast().call());
        }

        RemotePost post() {
            assertThat(end).isInstanceOf(MiniWalk.End.Published.class);
            return ((MiniWalk.End.Published) end).post();
        }
    }

    Walked walked(Delivery delivery) {
        return walked(delivery, Map.of());
    }

    Walked walked(Delivery delivery, Map<Integer, Cut> cuts) {
        var session = session();
        var wire = new Wire(stage.transport(), cuts);
        return new Walked(
                MiniWalk.of(network(wire), stage, wire, session, delivery).run(), wire);
    }

    List<Finding> findings(Delivery delivery) {
        return Preflight.check(network(), delivery, where);
    }

    List<String> errors(Delivery delivery) {
        return rules(delivery, Finding.Severity.ERROR);
    }

    List<String> warnings(Delivery delivery) {
        return rules(delivery, Finding.Severity.WARNING);
    }

    private List<String> rules(Delivery delivery, Finding.Severity severity) {
        return findings(delivery).stream()
                .filter(it -> it.severity() == severity)
                .map(Finding::rule)
                .toList();
    }

    Walked taken(Delivery delivery) {
        assertThat(errors(delivery)).isEmpty();
        // no chat shall see too many messages at once
        stage.passes(Duration.ofSeconds(5));
        var walked = walked(delivery);
        assertThat(walked.end()).isInstanceOf(MiniWalk.End.Published.class);
        assertThat(stage.violations()).isEmpty();
        return walked;
    }

    /** By Telegram itself, whatever preflight says. */
    void refused(Delivery delivery, String code) {
        int before = stage.visible().size();
        stage.passes(Duration.ofSeconds(5));
        walked(delivery).end().isRefused(code);
        assertThat(stage.visible()).hasSize(before);
    }
}
