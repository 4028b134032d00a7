package planner.simulator.youtube;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The categories of videos, and which of them an uploader may choose. */
final class Categories {
    private static final Map<String, String> OPEN = new LinkedHashMap<>();
    private static final Map<String, String> CLOSED = Map.of("18", "Short Movies", "44", "Trailers");

    static {
        OPEN.put("1", "Film & Animation");
        OPEN.put("2", "Autos & Vehicles");
        OPEN.put("10", "Music");
        OPEN.put("15", "Pets & Animals");
        OPEN.put("17", "Sports");
        OPEN.put("19", "Travel & Events");
        OPEN.put("20", "Gaming");
        OPEN.put("22", "People & Blogs");
        OPEN.put("23", "Comedy");
        OPEN.put("24", "Entertainment");
        OPEN.put("25", "News & Politics");
        OPEN.put("26", "Howto & Style");
        OPEN.put("27", "Education");
        OPEN.put("28", "Science & Technology");
        OPEN.put("29", "Nonprofits & Activism");
    }

    private Categories() {}

    static boolean assignable(String id) {
        return OPEN.containsKey(id);
    }

    static String name(String id) {
        return OPEN.getOrDefault(id, "");
    }

    static List<Map<String, Object>> list() {
        List<Map<String, Object>> list = new ArrayList<>();
        OPEN.forEach((id, title) -> list.add(item(id, title, true)));
        CLOSED.forEach((id, title) -> list.add(item(id, title, false)));
        return list;
    }

    private static Map<String, Object> item(String id, String title, boolean assignable) {
        return Map.of(
                "kind",
                "youtube#videoCategory",
                "id",
                id,
                "snippet",
                Map.of("title", title, "assignable", assignable, "channelId", "UCBR8-60-B28hp2BmDPdntcQ"));
    }
}
