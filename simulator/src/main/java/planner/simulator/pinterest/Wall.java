package planner.simulator.pinterest;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Everybody's boards and pins. */
final class Wall {
    private static final Instant LONG_AGO = Instant.parse("2026-03-01T08:00:00Z");
    private static final long FIRST_PIN = 813_744_226_420_795_884L;
    private static final long FIRST_BOARD = 549_755_885_200L;

    private final Clock clock;
    private final Map<String, Board> boards = new LinkedHashMap<>();
    private final List<Pin> pins = new ArrayList<>();
    private long made;
    private Duration lag = Duration.ZERO;

    Wall(Clock clock, List<Member> members) {
        this.clock = clock;
        Member shop = members.getFirst();
        Member person = members.getLast();
        Board balcony = old("549755885175", shop, "Balkon i zieleń", Board.Privacy.PUBLIC, false);
        balcony.sections.add(new Board.Section("5234567890001", "Mchy"));
        balcony.sections.add(new Board.Section("5234567890002", "Paprocie"));
        old("549755885176", shop, "Przepisy", Board.Privacy.PUBLIC, false);
        old("549755885177", shop, "Pomysły na wiosnę", Board.Privacy.SECRET, false);
        old("549755885178", shop, "Ad-only Pins", Board.Privacy.PROTECTED, true);
        old("549755885190", person, "Do czytania", Board.Privacy.PUBLIC, false);
    }

    private Board old(String id, Member owner, String name, Board.Privacy privacy, boolean adsOnly) {
        Board board = new Board(id, owner, name, "", privacy, adsOnly, LONG_AGO);
        boards.put(id, board);
        return board;
    }

    /** How long lists do not show what was made. */
    synchronized void lag(Duration time) {
        lag = time;
    }

    synchronized List<Board> boards(Predicate<Board> wanted) {
        return boards.values().stream()
                .filter(wanted)
                .filter(it -> it.created.equals(LONG_AGO) || listed(it.created))
                .toList();
    }

    private boolean listed(Instant created) {
        return !clock.instant().isBefore(created.plus(lag));
    }

    synchronized Optional<Board> board(String id) {
        return Optional.ofNullable(boards.get(id));
    }

    synchronized void remove(String board) {
        boards.remove(board);
        pins.removeIf(it -> it.board().id.equals(board));
    }

    synchronized Board make(Member owner, String name, String description, Board.Privacy privacy) {
        boolean there = boards.values().stream()
                .anyMatch(it -> it.owner.equals(owner) && it.name.strip().equalsIgnoreCase(name.strip()));
        if (there) {
            throw ApiError.of(400, 58, "You already have a board with this name.");
        }
        Board board = new Board("" + (FIRST_BOARD + made++), owner, name, description, privacy, false, clock.instant());
        boards.put(board.id, board);
        return board;
    }

    synchronized Board.Section makeSection(Board board, String name) {
        Board.Section section = new Board.Section("" + (5_234_567_890_100L + made++), name);
        board.sections.add(section);
        return section;
    }

    synchronized String nextPin() {
        return "" + (FIRST_PIN + made++);
    }

    synchronized void add(Pin pin) {
        pins.add(pin);
    }

    synchronized Optional<Pin> pin(String id) {
        return pins.stream().filter(it -> it.id().equals(id)).findFirst();
    }

    synchronized void remove(Pin pin) {
        pins.remove(pin);
    }

    /** Oldest first. */
    synchronized List<Pin> all() {
        return List.copyOf(pins);
    }

    /** As lists show them: newest first, and the newest not at once. */
    synchronized List<Pin> newest(Predicate<Pin> wanted) {
        return pins.reversed().stream()
                .filter(wanted)
                .filter(it -> listed(it.created()))
                .toList();
    }

    synchronized long count(Board board) {
        return pins.stream().filter(it -> it.board() == board).count();
    }
}
