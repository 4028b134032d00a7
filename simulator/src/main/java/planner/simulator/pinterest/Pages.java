package planner.simulator.pinterest;

import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import planner.simulator.Answer;
import planner.simulator.Html;
import planner.simulator.media.MediaHeader;
import planner.simulator.media.MediaShelf.Kept;
import planner.simulator.pinterest.Pin.Kind;

/** What everybody sees: profiles, boards and pins. What is secret, or made with trial access, is not among it. */
final class Pages {
    private final Clock clock;
    private final List<Member> members;
    private final Wall wall;
    private final Hosts hosts;

    Pages(Clock clock, List<Member> members, Wall wall, Hosts hosts) {
        this.clock = clock;
        this.members = members;
        this.wall = wall;
        this.hosts = hosts;
    }

    /** The bytes behind a picture or a video. */
    Answer file(String pin, String number) {
        return wall.pin(pin)
                .map(Pin::files)
                .filter(it -> number.matches("[0-9]{1,2}") && Integer.parseInt(number) < it.size())
                .map(it -> it.get(Integer.parseInt(number)))
                .map(it -> Answer.file(it.file(), type(it)))
                .orElseGet(() -> Answer.text(404, "Not found"));
    }

    private static String type(Kept kept) {
        return kept.header().map(it -> it.type()).orElse(kept.type());
    }

    Answer answer(List<String> path) {
        if (path.isEmpty()) {
            return Answer.redirect(
                    URI.create(hosts.web() + "/" + members.getFirst().username() + "/"));
        }
        if (path.getFirst().equals("pin") && path.size() == 2) {
            return wall.pin(path.get(1))
                    .filter(Pin::open)
                    .map(this::close)
                    .orElseGet(() -> Answer.text(404, "Sorry! We couldn't find that page."));
        }
        Optional<Member> member = members.stream()
                .filter(it -> it.username().equals(path.getFirst()))
                .findFirst();
        if (member.isEmpty()) {
            return Answer.text(404, "Sorry! We couldn't find that page.");
        }
        Member found = member.get();
        if (path.size() < 2) {
            return shown(found.name(), profile(found, "Pins", wall(pins(found))));
        }
        if (path.get(1).equals("_saved")) {
            return shown(found.name(), profile(found, "Boards", boards(found)));
        }
        return openBoards(found).stream()
                .filter(it -> it.slug().equals(path.get(1)))
                .findFirst()
                .map(it -> shown(it.name, board(it)))
                .orElseGet(() -> Answer.text(404, "Sorry! We couldn't find that page."));
    }

    private static Answer shown(String title, String body) {
        return Answer.html(Html.page(title + " | Pinterest", Style.PINTEREST, body));
    }

    private List<Pin> pins(Member member) {
        return wall.all().reversed().stream()
                .filter(it -> it.owner().equals(member) && it.open())
                .toList();
    }

    private List<Pin> pins(Board board) {
        return wall.all().reversed().stream()
                .filter(it -> it.board() == board && it.open())
                .toList();
    }

    private List<Board> openBoards(Member member) {
        return wall.boards(it -> it.owner.equals(member) && it.privacy == Board.Privacy.PUBLIC);
    }

    private String bar(Member current) {
        String others = members.stream()
                .map(it -> "<a href=\"%s\"%s><img src=\"%s\" alt=\"%s\"></a>"
                        .formatted(
                                link("/" + it.username() + "/"),
                                it.equals(current) ? " class=\"here\"" : "",
                                Html.escape(hosts.avatar(it.username())),
                                Html.escape(it.name())))
                .collect(Collectors.joining());
        return "<div class=\"bar\"><a class=\"logo\" href=\"%s\" aria-label=\"Pinterest\">P</a><span class=\"search\">Search</span><span class=\"who\">%s</span></div>"
                .formatted(link("/" + members.getFirst().username() + "/"), others);
    }

    private String profile(Member member, String tab, String content) {
        String home = "/" + member.username() + "/";
        return bar(member)
                + Html.live()
                + """
                <main>
                <header class="profile"><img src="%s" alt=""><h1>%s</h1><p class="soft">@%s · %s followers</p></header>
                <nav class="tabs"><a href="%s"%s>Created</a><a href="%s"%s>Boards</a></nav>
                %s
                </main>
                """.formatted(
                                Html.escape(hosts.avatar(member.username())),
                                Html.escape(member.name()),
                                Html.escape(member.username()),
                                Html.count(member.followers()),
                                link(home),
                                here(tab.equals("Pins")),
                                link(home + "_saved/"),
                                here(tab.equals("Boards")),
                                content);
    }

    private static String here(boolean yes) {
        return yes ? " class=\"here\" aria-current=\"page\"" : "";
    }

    private String wall(List<Pin> pins) {
        return pins.isEmpty()
                ? "<p class=\"nothing\">Nothing to show yet. Pins that are made will appear here.</p>"
                : pins.stream().map(this::tile).collect(Collectors.joining("", "<div class=\"wall\">", "</div>"));
    }

    private String tile(Pin pin) {
        String title = pin.words().title().isEmpty()
                ? pin.words().description()
                : pin.words().title();
        String site = pin.words().link().isEmpty()
                ? ""
                : "<small>" + Html.escape(site(pin.words().link())) + "</small>";
        return "<a class=\"pin\" href=\"%s\"><span class=\"shot\" style=\"display:block%s\">%s%s</span>%s%s</a>"
                .formatted(
                        link("/pin/" + pin.id() + "/"),
                        pin.words().color().isEmpty()
                                ? ""
                                : ";background:" + Html.escape(pin.words().color()),
                        still(pin),
                        mark(pin),
                        title.isEmpty() ? "" : "<b>" + Html.escape(shortened(title)) + "</b>",
                        site);
    }

    private static String shortened(String text) {
        return text.codePointCount(0, text.length()) <= 120
                ? text
                : text.substring(0, text.offsetByCodePoints(0, 119)) + "…";
    }

    private static String site(String link) {
        String host = URI.create(link).getHost();
        return host == null ? link : host.replaceFirst("^www\\.", "");
    }

    private static String mark(Pin pin) {
        return switch (pin.kind()) {
            case IMAGE -> "";
            case IMAGES -> "<span class=\"mark\">1/" + pin.files().size() + "</span>";
            case VIDEO ->
                "<span class=\"mark\">▶ "
                        + pin.files().getFirst().header().map(Pages::length).orElse("")
                        + "</span>";
        };
    }

    private static String length(MediaHeader header) {
        return header instanceof MediaHeader.Video video
                ? "%d:%02d"
                        .formatted(
                                video.duration().toMinutes(), video.duration().toSecondsPart())
                : "";
    }

    /** A picture, the cover of a video, or its frame. */
    private String still(Pin pin) {
        boolean frame = pin.kind() == Kind.VIDEO && pin.files().size() == 1;
        int number = pin.kind() == Kind.VIDEO ? pin.files().size() - 1 : 0;
        String address = Html.escape(hosts.file(pin.id(), number));
        return frame
                ? "<video src=\"%s#t=%s\" muted playsinline preload=\"metadata\"></video>"
                        .formatted(address, Math.max(pin.frame(), 0) + 0.05)
                : "<img src=\"%s\" alt=\"%s\" loading=\"lazy\">"
                        .formatted(address, Html.escape(pin.words().alt()));
    }

    private String boards(Member member) {
        return openBoards(member).stream()
                .map(it -> {
                    List<Pin> pins = pins(it);
                    return "<a href=\"%s\"><span class=\"cover\">%s</span><b>%s</b><small class=\"soft\">%d %s</small></a>"
                            .formatted(
                                    link("/" + member.username() + "/" + it.slug() + "/"),
                                    pins.stream().limit(3).map(this::still).collect(Collectors.joining()),
                                    Html.escape(it.name),
                                    pins.size(),
                                    pins.size() == 1 ? "Pin" : "Pins");
                })
                .collect(Collectors.joining("", "<div class=\"boards\">", "</div>"));
    }

    private String board(Board board) {
        return bar(board.owner)
                + Html.live()
                + "<main><header class=\"profile\"><h1>%s</h1><p class=\"soft\">by %s</p></header>%s</main>"
                        .formatted(Html.escape(board.name), Html.escape(board.owner.name()), wall(pins(board)));
    }

    private Answer close(Pin pin) {
        String section =
                pin.board().section(pin.section()).map(it -> " / " + it.name()).orElse("");
        String out = pin.words().link().isEmpty()
                ? ""
                : "<a class=\"out\" href=\"%s\" rel=\"nofollow noreferrer\">%s</a>"
                        .formatted(
                                Html.escape(pin.words().link()),
                                Html.escape(site(pin.words().link())));
        String body = bar(pin.owner())
                + """
                <main class="close"><article><div class="big" tabindex="0">%s</div><div class="words">
                <div class="on"><a href="%s"><b>%s</b></a><span class="save">Save</span></div>
                %s<h1>%s</h1><p>%s</p>%s%s
                <a class="by" href="%s"><img src="%s" alt=""><span><b>%s</b><small>%s followers · %s</small></span></a>
                </div></article></main>
                """.formatted(
                                big(pin),
                                link("/" + pin.board().owner.username() + "/"
                                        + pin.board().slug() + "/"),
                                Html.escape(pin.board().name + section),
                                out,
                                Html.escape(pin.words().title()),
                                Html.prose(pin.words().description()),
                                labels(pin),
                                cards(pin),
                                link("/" + pin.owner().username() + "/"),
                                Html.escape(hosts.avatar(pin.owner().username())),
                                Html.escape(pin.owner().name()),
                                Html.count(pin.owner().followers()),
                                Html.ago(pin.created(), clock.instant()));
        return shown(pin.words().title().isEmpty() ? "Pin" : pin.words().title(), body);
    }

    private String big(Pin pin) {
        if (pin.kind() == Kind.VIDEO) {
            String poster = pin.files().size() > 1 ? " poster=\"" + Html.escape(hosts.file(pin.id(), 1)) + "\"" : "";
            return "<video src=\"%s\"%s controls loop playsinline preload=\"metadata\"></video>"
                    .formatted(Html.escape(hosts.file(pin.id(), 0)), poster);
        }
        return IntStream.range(0, pin.files().size())
                .mapToObj(i -> "<img src=\"%s\" alt=\"%s\">"
                        .formatted(
                                Html.escape(hosts.file(pin.id(), i)),
                                Html.escape(pin.words().alt())))
                .collect(Collectors.joining());
    }

    private static String labels(Pin pin) {
        return pin.words().disclosures().stream()
                .map(it -> "<span class=\"label\">"
                        + (it.equals("AI_MODIFIED") ? "AI modified" : "Shows an AI-made person") + "</span>")
                .collect(Collectors.joining());
    }

    private static String cards(Pin pin) {
        String rows = pin.cards().stream()
                .filter(it -> !it.title().isEmpty() || !it.description().isEmpty())
                .map(it -> "<li><b>%s</b> %s</li>".formatted(Html.escape(it.title()), Html.prose(it.description())))
                .collect(Collectors.joining());
        return rows.isEmpty() ? "" : "<ol class=\"cards\">" + rows + "</ol>";
    }

    private String link(String path) {
        return Html.escape(hosts.web() + path);
    }
}
