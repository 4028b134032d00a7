package planner.simulator.pinterest;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** A wall for pins. */
final class Board {
    final String id;
    final Member owner;
    final String name;
    final String description;
    final Privacy privacy;
    final boolean adsOnly;
    final Instant created;
    final List<Section> sections = new CopyOnWriteArrayList<>();

    enum Privacy {
        PUBLIC,
        PROTECTED,
        SECRET
    }

    record Section(String id, String name) {}

    Board(String id, Member owner, String name, String description, Privacy privacy, boolean adsOnly, Instant created) {
        this.id = id;
        this.owner = owner;
        this.name = name;
        this.description = description;
        this.privacy = privacy;
        this.adsOnly = adsOnly;
        this.created = created;
    }

    Optional<Section> section(String wanted) {
        return sections.stream().filter(it -> it.id().equals(wanted)).findFirst();
    }

    /** The end of its address. */
    String slug() {
        return name.strip().toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "-");
    }
}
