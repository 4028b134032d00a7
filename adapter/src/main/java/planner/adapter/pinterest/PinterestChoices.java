package planner.adapter.pinterest;

import java.util.List;
import java.util.Map;
import planner.adapter.pinterest.PinterestApi.Board;
import planner.network.ChoiceReader;
import planner.network.Session;

/** The boards of this account, group boards included, and the sections of the chosen one. */
final class PinterestChoices implements ChoiceReader {
    static final String BOARDS = "boards";
    static final String SECTIONS = "sections";

    private static final String PUBLIC = "PUBLIC";
    private static final String SECRET = "SECRET";

    private final PinterestApi api;

    PinterestChoices(PinterestApi api) {
        this.api = api;
    }

    @Override
    public List<Choice> choices(String list, Map<String, String> context, Session session) {
        var token = session.credential().access();
        return switch (list) {
            case BOARDS ->
                api.boards(token).stream().map(it -> choice(it, session)).toList();
            case SECTIONS -> {
                var board = context.getOrDefault("board", "").strip();
                yield board.isEmpty()
                        ? List.of()
                        : api.sections(board, token).stream()
                                .map(it -> new Choice(it.id(), it.name(), true))
                                .toList();
            }
            default -> List.of();
        };
    }

    /** An ad-only board takes no organic pins, a secret one only those of an app that may write there. */
    private static Choice choice(Board board, Session session) {
        boolean secret = SECRET.equals(board.privacy());
        boolean open = !secret || PinterestConnector.secretBoards(session.credential());
        var mark = board.privacy() == null || board.privacy().equals(PUBLIC)
                ? ""
                : " (" + board.privacy().toLowerCase(java.util.Locale.ROOT) + ")";
        return new Choice(board.id(), board.name() + mark, open && !Boolean.TRUE.equals(board.adsOnly()));
    }
}
