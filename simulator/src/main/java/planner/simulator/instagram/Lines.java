package planner.simulator.instagram;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import planner.simulator.Html;
import planner.simulator.instagram.Draft.Tag;

/** What stands beside and upon the files of a post: place, labels, people. */
final class Lines {
    private Lines() {}

    static String of(Draft draft) {
        List<String> lines = new ArrayList<>();
        if (!draft.children().isEmpty()) {
            lines.add(draft.children().size() + " pictures, swipe for more");
        }
        if (!draft.location().isEmpty()) {
            lines.add(draft.location());
        }
        if (draft.paid() || !draft.sponsors().isEmpty()) {
            lines.add(
                    draft.sponsors().isEmpty()
                            ? "Paid partnership"
                            : "Paid partnership with " + String.join(", ", draft.sponsors()));
        }
        if (draft.generated()) {
            lines.add("AI info");
        }
        if (draft.trial()) {
            lines.add("Trial reel: not yet shown to followers");
        }
        if (!draft.audioName().isEmpty()) {
            lines.add("Original audio: " + draft.audioName());
        }
        return lines.stream()
                .map(it -> "<p class=\"soft line\">" + Html.escape(it) + "</p>")
                .collect(Collectors.joining());
    }

    /** Upon a picture each at their place, else in a corner. */
    static String people(Draft draft) {
        return draft.tagged().stream().map(Lines::person).collect(Collectors.joining());
    }

    private static String person(Tag tag) {
        var place = tag.place();
        String style = place == null
                ? "left:12px;bottom:12px"
                : String.format(Locale.ROOT, "left:%.1f%%;top:%.1f%%", place.x() * 100, place.y() * 100);
        return "<span class=\"person\" style=\"%s\">%s</span>".formatted(style, Html.escape(tag.username()));
    }
}
