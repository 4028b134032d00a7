package planner.simulator.youtube;

import java.util.ArrayList;
import java.util.List;

/** An ordered list of videos; the same one may stand in it twice. */
final class Playlist {
    final String id;
    final String title;
    final String privacy;
    private final List<Item> items = new ArrayList<>();

    record Item(String id, String video) {}

    Playlist(String id, String title, String privacy) {
        this.id = id;
        this.title = title;
        this.privacy = privacy;
    }

    synchronized Item add(String video) {
        var item = new Item(id + "." + (items.size() + 1), video);
        items.add(item);
        return item;
    }

    synchronized List<Item> items() {
        return List.copyOf(items);
    }
}
