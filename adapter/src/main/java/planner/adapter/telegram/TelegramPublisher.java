package planner.adapter.telegram;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import planner.network.Delivery;
import planner.network.Fault;
import planner.network.NetworkException;
import planner.network.Outcome;
import planner.network.Publisher;
import planner.network.RemotePost;
import planner.network.Session;

/**
 * One call sends the whole message, an album too. There is no request id and nothing can be listed, so a cut send stays
 * unknown until a person looks: the inherited {@code reconcile} says so.
 */
final class TelegramPublisher implements Publisher<At> {
    private static final int MOST_TRIES = 3;
    private static final Duration MOVED = Duration.ofSeconds(1);
    private static final String SUPERGROUP = "-100";

    private final TelegramApi api;
    private final URI web;

    TelegramPublisher(TelegramApi api, URI web) {
        this.api = api;
        this.web = web;
    }

    @Override
    public Class<At> stepType() {
        return At.class;
    }

    @Override
    public At first(Delivery delivery) {
        return new At.Send(null);
    }

    @Override
    public Outcome<At> perform(At at, Delivery delivery, Session session) {
        return switch (at) {
            case At.Send(var chat) -> send(chat, delivery, session);
            case At.Pin pin -> pin(pin, delivery, session);
        };
    }

    /** Waiting teaches nothing here. */
    @Override
    public Duration settlesWithin() {
        return Duration.ZERO;
    }

    @Override
    public Duration longestCall(At at, Delivery delivery) {
        return TelegramApi.within(TelegramMessage.files(delivery));
    }

    @Override
    public Outcome<At> reconcile(At at, Delivery delivery, Session session) {
        return new Outcome.Unknown<>(
                "Telegram cannot be asked what a bot has sent: please look into the chat and say whether the post is there");
    }

    private Outcome<At> send(@Nullable Long chat, Delivery delivery, Session session) {
        long target = chat == null ? Long.parseLong(session.account().id()) : chat;
        var message = TelegramMessage.of(delivery, session.account(), target, session.files());
        return switch (api.send(session.credential().access(), message)) {
            case TelegramApi.Sent.Done(var sent) ->
                TelegramOptions.of(delivery).pin()
                        ? new Outcome.Next<>(new At.Pin(sent, 0))
                        : published(sent, delivery, "");
            case TelegramApi.Sent.Moved(var now) -> {
                if (chat != null || now == target) {
                    throw new NetworkException(new Fault.Rejected("chat", "the chat moved again and again"));
                }
                // waiting keeps the deed undone, where going on would call the message sent
                yield new Outcome.Later<>(
                        new At.Send(now), MOVED, "the group became a supergroup; the message goes there");
            }
        };
    }

    /** The post is out: whatever happens here is a remark on it, never a failure. */
    private Outcome<At> pin(At.Pin pin, Delivery delivery, Session session) {
        var message = pin.message();
        try {
            api.pinChatMessage(
                    session.credential().access(),
                    message.chat(),
                    message.ids().getFirst(),
                    TelegramOptions.of(delivery).silent());
            return published(message, delivery, "");
        } catch (NetworkException e) {
            boolean again = pin.tries() < MOST_TRIES;
            return switch (e.fault()) {
                case Fault.Busy(var wait, var scope, var detail) when again -> later(pin, wait);
                case Fault.Unavailable unavailable when again -> later(pin, Duration.ofSeconds(10));
                case Fault fault -> published(message, delivery, "sent, but not pinned: " + words(fault));
            };
        }
    }

    private static Outcome<At> later(At.Pin pin, Duration wait) {
        return new Outcome.Later<>(
                new At.Pin(pin.message(), pin.tries() + 1), wait, "Telegram was asked to pin the message");
    }

    private static String words(Fault fault) {
        return switch (fault) {
            case Fault.Busy(var wait, var scope, var detail) -> detail;
            case Fault.Unavailable(var maybeDone, var detail) -> detail;
            case Fault.Expired(var detail) -> detail;
            case Fault.Revoked(var detail) -> detail;
            case Fault.Rejected(var code, var detail) -> detail;
        };
    }

    private Outcome<At> published(At.Message message, Delivery delivery, String note) {
        var ids = message.links();
        return new Outcome.Published<>(
                new RemotePost(ids.getFirst(), permalink(message, delivery), ids.subList(1, ids.size()), note));
    }

    /** A basic group has none; that of a private channel opens for members only. */
    private @Nullable URI permalink(At.Message message, Delivery delivery) {
        var first = message.ids().getFirst();
        if (!message.username().isEmpty()) {
            var topic = Topic.of(TelegramOptions.of(delivery).topic())
                    .map(it -> it.thread() + "/")
                    .orElse("");
            return URI.create(web + "/" + message.username() + "/" + topic + first);
        }
        var chat = Long.toString(message.chat());
        return chat.startsWith(SUPERGROUP)
                ? URI.create(web + "/c/" + chat.substring(SUPERGROUP.length()) + "/" + first)
                : null;
    }
}
