package planner.adapter.bluesky;

import java.util.List;
import java.util.Map;
import planner.adapter.bluesky.At.Work;
import planner.adapter.kit.Fields;
import planner.network.Delivery;
import planner.network.MediaKind;

/** What the first video of a thread has besides itself. */
final class Films {
    private Films() {}

    /** The part with the first video; -1 when there is none. */
    static int first(Delivery delivery) {
        for (int i = 0; i < delivery.parts().size(); i++) {
            if (delivery.parts().get(i).media().stream().anyMatch(media -> media.kind() == MediaKind.VIDEO)) {
                return i;
            }
        }
        return -1;
    }

    static boolean captioned(Delivery delivery) {
        return BlueskyOptions.of(delivery).captions() != null && first(delivery) >= 0;
    }

    static void extras(Map<String, Object> video, Delivery delivery, int index, Work work) {
        if (index != first(delivery)) {
            return;
        }
        var options = BlueskyOptions.of(delivery);
        var captions = work.captions();
        if (captions != null) {
            video.put("captions", List.of(Fields.of("lang", options.captionsLang(), "file", captions.json())));
        }
        if (options.gif()) {
            video.put("presentation", "gif");
        }
    }
}
