package planner.adapter.telegram;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import planner.adapter.kit.Reply;
import planner.adapter.telegram.TelegramApi.Chat;
import planner.adapter.telegram.TelegramApi.Member;
import planner.network.Account;
import planner.network.Connector;
import planner.network.Credential;
import planner.network.Fault;
import planner.network.Grant;
import planner.network.NetworkException;

/** A bot's token and a chat where that bot may post. */
final class TelegramConnector implements Connector.Secrets {
    static final String CHAT = "chat";

    private static final String TOKEN = "token";
    private static final String BOT = "bot";
    // The token becomes part of an address: nothing but its own letters may come in.
    private static final Pattern TOKEN_FORM = Pattern.compile("\\d{1,20}:[A-Za-z0-9_-]{20,100}");
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,18}");
    private static final Pattern NAME = Pattern.compile("@?([A-Za-z][A-Za-z0-9_]{2,31})");
    private static final Pattern PRIVATE_LINK = Pattern.compile("(?:https?://)?t\\.me/c/(\\d{1,15})(?:/.*)?");
    private static final Pattern PUBLIC_LINK =
            Pattern.compile("(?:https?://)?(?:t|telegram)\\.me/(?:s/)?([A-Za-z][A-Za-z0-9_]{2,31})(?:[/?].*)?");

    private final TelegramApi api;

    TelegramConnector(TelegramApi api) {
        this.api = api;
    }

    @Override
    public String id() {
        return BOT;
    }

    @Override
    public List<Field> fields() {
        return List.of(new Field(TOKEN, true, true, null), new Field(CHAT, false, true, null));
    }

    @Override
    public Credential signIn(Map<String, String> secrets) {
        var token = secrets.getOrDefault(TOKEN, "").strip();
        if (!TOKEN_FORM.matcher(token).matches()) {
            throw rejected(TOKEN, "not the form of a bot token");
        }
        var bot = TelegramApi.bot(accepted(api.getMe(token), TOKEN));
        var chat = TelegramApi.chat(accepted(api.getChat(token, chat(secrets.getOrDefault(CHAT, ""))), CHAT));
        return new Credential(
                token, null, null, Set.of(), Map.of(BOT, Long.toString(bot.id()), CHAT, Long.toString(chat.id())));
    }

    @Override
    public List<Grant> accounts(Credential credential) {
        var token = credential.access();
        var chat =
                TelegramApi.chat(accepted(api.getChat(token, credential.extra().getOrDefault(CHAT, "0")), CHAT));
        long bot = Long.parseLong(credential.extra().getOrDefault(BOT, "0"));
        var member = TelegramApi.member(accepted(api.getChatMember(token, chat.id(), bot), CHAT));
        if (!mayPost(chat, member)) {
            throw rejected(CHAT, "the bot may not post here (it is " + member.status() + ")");
        }
        return List.of(new Grant(
                new Account(
                        Long.toString(chat.id()),
                        chat.title(),
                        chat.username(),
                        null,
                        Map.of("type", chat.type(), "bot", Long.toString(bot))),
                credential));
    }

    /** A bot's token has no end. */
    @Override
    public Credential refresh(Credential credential) {
        return credential;
    }

    private static boolean mayPost(Chat chat, Member member) {
        return switch (member.status()) {
            case "creator" -> true;
            case "administrator" -> !chat.isChannel() || member.mayPost();
            case "member" -> !chat.isChannel();
            case "restricted" -> !chat.isChannel() && member.maySend();
            default -> chat.type().equals("private");
        };
    }

    /** A chat as people know it: @name, name, number, or a link to it or to one of its messages. */
    private static String chat(String typed) {
        var text = typed.strip();
        if (NUMBER.matcher(text).matches()) {
            return text;
        }
        var hidden = PRIVATE_LINK.matcher(text);
        if (hidden.matches()) {
            return "-100" + hidden.group(1);
        }
        var open = PUBLIC_LINK.matcher(text);
        var name = open.matches() ? open : NAME.matcher(text);
        if (!name.matches()) {
            throw rejected(CHAT, "neither a name nor a number of a chat");
        }
        return "@" + name.group(1);
    }

    private static Reply accepted(Reply reply, String field) {
        if (reply.ok()) {
            return reply;
        }
        throw switch (TelegramFaults.classify(reply)) {
            case Fault.Busy busy -> new NetworkException(busy);
            case Fault.Unavailable unavailable -> new NetworkException(unavailable);
            case Fault fault -> rejected(reply.status() == 401 ? TOKEN : field, TelegramFaults.description(reply));
        };
    }

    private static NetworkException rejected(String code, String message) {
        return new NetworkException(new Fault.Rejected(code, message));
    }
}
