package planner.adapter.telegram;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import planner.adapter.telegram.TelegramText.Problem;
import planner.adapter.telegram.TelegramText.Reading;

/** Reads MarkdownV2 as Telegram does, to count what readers will see and to find faults before sending. */
final class TelegramMarkdown {
    private static final String RESERVED = "_*[]()~`>#+-=|{}.!\n";
    private static final char LAST_ESCAPABLE = 126;
    private static final int LONGEST_ADDRESS = 2_048;
    private static final Pattern EMOJI =
            Pattern.compile("(?is)tg://(?:emoji/?\\?(?:[^#]*&)?id=[1-9][0-9]{0,19}(?:[&#].*)?|time.*)");

    /** What can be open; the mark begins it. */
    private enum Kind {
        BOLD("*"),
        ITALIC("_"),
        UNDERLINE("__"),
        STRIKE("~"),
        SPOILER("||"),
        CODE("`"),
        PRE("```"),
        LINK("["),
        EMOJI("!["),
        QUOTE(">");

        private final String mark;

        Kind(String mark) {
            this.mark = mark;
        }
    }

    /** @param at place in the source; @param from place in the text as shown */
    private record Open(Kind kind, int at, int from) {}

    private final String source;
    private final Reading reading;
    private final Deque<Open> open = new ArrayDeque<>();
    private int at;
    /** Nothing but marks since the line began: a quote may begin here. */
    private boolean lineBegins = true;

    private boolean quoted;

    @Nullable
    private Problem problem;

    private TelegramMarkdown(String source) {
        this.source = source;
        this.reading = new Reading(source);
    }

    static TelegramText parse(String source) {
        return new TelegramMarkdown(source).parse();
    }

    private TelegramText parse() {
        while (problem == null && at < source.length()) {
            next(source.charAt(at));
        }
        if (problem == null && in(Kind.QUOTE)) {
            close();
        }
        if (problem == null && !open.isEmpty()) {
            unclosed();
        }
        if (problem != null) {
            reading.add(source.substring(Math.min(at, source.length())));
        }
        return reading.read(problem);
    }

    private void next(char c) {
        if (c == '\\' && at + 1 < source.length() && source.charAt(at + 1) <= LAST_ESCAPABLE) {
            text(source.charAt(at + 1));
            at += 2;
        } else if (in(Kind.CODE) || in(Kind.PRE) ? c != '`' : RESERVED.indexOf(c) < 0) {
            text(c);
            at++;
        } else if (ends()) {
            end();
        } else {
            begin(c);
        }
    }

    private void text(char c) {
        reading.add(c);
        lineBegins &= c == '\r';
    }

    private boolean in(Kind kind) {
        return !open.isEmpty() && open.peek().kind() == kind;
    }

    private boolean ends() {
        var top = open.peek();
        if (top == null) {
            return false;
        }
        return switch (top.kind()) {
            case BOLD, STRIKE, SPOILER, CODE, PRE, UNDERLINE -> here(top.kind().mark);
            case ITALIC -> here("_") && !here("__");
            case LINK, EMOJI -> here("]");
            case QUOTE -> here("||") && (at + 2 == source.length() || lineBreak(at + 2) > 0);
        };
    }

    private boolean here(String mark) {
        return source.startsWith(mark, at);
    }

    /** How many characters the line break here has. */
    private int lineBreak(int place) {
        return source.startsWith("\r\n", place) ? 2 : source.startsWith("\n", place) ? 1 : 0;
    }

    private void end() {
        switch (open.element().kind()) {
            case BOLD, STRIKE, SPOILER, CODE, PRE, UNDERLINE, ITALIC -> {
                at += open.element().kind().mark.length();
                close();
            }
            case LINK -> link();
            case EMOJI -> emoji();
            case QUOTE -> {
                int breaks = lineBreak(at + 2);
                reading.add(source.substring(at + 2, at + 2 + breaks));
                at += 2 + breaks;
                close();
                lineBegins = true;
            }
        }
    }

    private void close() {
        var ended = open.pop();
        quoted &= ended.kind() != Kind.QUOTE;
        reading.mark(ended.from());
    }

    private void link() {
        var text = open.pop();
        at++;
        if (!here("(")) {
            reading.link(text.from(), reading.since(text.from(), LONGEST_ADDRESS));
            return;
        }
        reading.link(text.from(), address());
    }

    private void emoji() {
        var text = open.pop();
        at++;
        int from = at;
        var address = here("(") ? address() : "";
        if (problem == null && !EMOJI.matcher(address).matches()) {
            problem = reading.problem("emoji", from, address);
        }
        reading.emoji(text.from());
    }

    /** Between the brackets that begin here. */
    private String address() {
        int from = ++at;
        var address = new StringBuilder();
        for (; at < source.length(); at++) {
            char c = source.charAt(at);
            if (c == ')') {
                at++;
                return address.toString();
            }
            if (c == '\\' && at + 1 < source.length() && source.charAt(at + 1) <= LAST_ESCAPABLE) {
                at++;
            }
            address.append(source.charAt(at));
        }
        problem = reading.problem("address", from, "(");
        return "";
    }

    private void begin(char c) {
        switch (c) {
            case '\n' -> newline();
            case '_' -> open(here("__") ? Kind.UNDERLINE : Kind.ITALIC);
            case '*' -> open(Kind.BOLD);
            case '~' -> open(Kind.STRIKE);
            case '[' -> open(Kind.LINK);
            case '`' -> {
                boolean block = here("```");
                open(block ? Kind.PRE : Kind.CODE);
                if (block) {
                    language();
                }
            }
            case '|' -> openOr(here("||"), Kind.SPOILER);
            case '!' -> openOr(here("!["), Kind.EMOJI);
            case '>' -> {
                openOr(lineBegins && !quoted, Kind.QUOTE);
                quoted = true;
                lineBegins = false;
            }
            default -> openOr(false, Kind.BOLD);
        }
    }

    private void open(Kind kind) {
        open.push(new Open(kind, at, reading.length()));
        at += kind.mark.length();
    }

    private void openOr(boolean possible, Kind kind) {
        if (possible) {
            open(kind);
        } else {
            problem = reading.problem("reserved", at, source.substring(at, at + 1));
        }
    }

    /** A block of code may name its language, and its first line break is not shown. */
    private void language() {
        int end = at;
        while (end < source.length() && source.charAt(end) != '`' && !Character.isWhitespace(source.charAt(end))) {
            end++;
        }
        if (end < source.length() && source.charAt(end) != '`') {
            at = end;
        }
        if (here("\r\n") || here("\n\r")) {
            at += 2;
        } else if (here("\n") || here("\r")) {
            at++;
        }
    }

    private void newline() {
        reading.add('\n');
        at++;
        if (!quoted) {
            lineBegins = true;
        } else if (here(">")) {
            at++;
        } else if (in(Kind.QUOTE)) {
            close();
            lineBegins = true;
        } else {
            unclosed();
        }
    }

    private void unclosed() {
        var last = open.element();
        problem = reading.problem("unclosed", last.at(), last.kind().mark);
    }
}
