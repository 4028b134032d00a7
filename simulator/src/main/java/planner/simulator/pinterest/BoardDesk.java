package planner.simulator.pinterest;

import java.util.Map;
import java.util.Set;
import planner.simulator.Ask;
import planner.simulator.pinterest.Board.Privacy;
import planner.simulator.pinterest.Tokens.Grant;

/** Boards and their sections. */
final class BoardDesk {
    private static final int LONGEST_NAME = 50;
    private static final int LONGEST_SECTION = 180;
    private static final Set<String> FILTERS = Set.of("ALL", "PUBLIC", "PROTECTED", "SECRET", "PUBLIC_AND_SECRET");

    private final Wall wall;
    private final Views views;

    BoardDesk(Wall wall, Views views) {
        this.wall = wall;
        this.views = views;
    }

    Map<String, Object> list(Grant grant, Ask ask) {
        Api.knows(ask, "page_size", "bookmark", "privacy");
        String filter = ask.query().getOrDefault("privacy", "ALL");
        if (!FILTERS.contains(filter)) {
            throw ApiError.wrong("privacy must be one of " + FILTERS);
        }
        var boards = wall.boards(it -> it.owner.equals(grant.member())
                && (it.privacy != Privacy.SECRET || grant.secret("read"))
                && (filter.equals("ALL") || filter.contains(it.privacy.name())));
        return Page.of(boards, ask.query(), views::board);
    }

    Map<String, Object> make(Grant grant, Body body) {
        body.knows("name", "description", "privacy", "is_ads_only");
        String name = body.needs("name");
        if (name.isBlank() || name.codePointCount(0, name.length()) > LONGEST_NAME) {
            throw ApiError.invalid("name is too long, constraint: maxLength=" + LONGEST_NAME);
        }
        String privacy = body.has("privacy") ? body.text("privacy") : "PUBLIC";
        if (!Set.of("PUBLIC", "PROTECTED", "SECRET").contains(privacy)) {
            throw ApiError.wrong("privacy must be PUBLIC, PROTECTED or SECRET");
        }
        if (privacy.equals("SECRET")) {
            grant.needs("boards:write_secret");
        }
        return views.board(wall.make(grant.member(), name, body.text("description"), Privacy.valueOf(privacy)));
    }

    Map<String, Object> one(Grant grant, Ask ask, String id) {
        Api.knows(ask);
        return views.board(readable(grant, id));
    }

    Map<String, Object> sections(Grant grant, Ask ask, String id) {
        Api.knows(ask, "page_size", "bookmark");
        return Page.of(readable(grant, id).sections, ask.query(), Views::section);
    }

    Map<String, Object> makeSection(Grant grant, Body body, String id) {
        String name = body.knows("name").needs("name");
        if (name.codePointCount(0, name.length()) > LONGEST_SECTION) {
            throw ApiError.of(400, 400, "Invalid board section parameters.");
        }
        return Views.section(wall.makeSection(writable(grant, id), name));
    }

    Map<String, Object> pins(Grant grant, Ask ask, String id) {
        Api.knows(ask, "page_size", "bookmark", "pin_metrics", "creative_types");
        Board board = readable(grant, id);
        boolean counted = Boolean.parseBoolean(ask.query().getOrDefault("pin_metrics", "false"));
        return Page.of(
                wall.newest(it -> it.board() == board), ask.query(), pin -> views.pin(pin, grant.member(), counted));
    }

    private Board board(String id) {
        if (!id.matches("\\d+")) {
            throw ApiError.invalid("'" + id + "' does not match '^\\d+$' in board_id");
        }
        return wall.board(id).orElseThrow(() -> ApiError.of(404, 40, "Board not found."));
    }

    private Board readable(Grant grant, String id) {
        return open(grant, id, "read");
    }

    /** A board that this person may pin to with this app. */
    Board writable(Grant grant, String id) {
        Board board = open(grant, id, "write");
        if (board.adsOnly) {
            throw ApiError.of(403, 7, "Not authorized to access board or Pin.");
        }
        return board;
    }

    private Board open(Grant grant, String id, String kind) {
        Board board = board(id);
        boolean hidden = board.privacy == Privacy.SECRET && !grant.secret(kind);
        if (!board.owner.equals(grant.member()) || hidden) {
            throw ApiError.of(403, 29, "You are not permitted to access that resource.");
        }
        return board;
    }
}
